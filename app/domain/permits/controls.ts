// Straffegjennomforingsloven § 31 third paragraph: the forms of control, never stricter than needed.

export const controls = ['watched', 'overheard', 'no-touch', 'glass', 'language'] as const
export type Control = (typeof controls)[number]

/** The set with what each control brings along: glass means no touch. Without doubles, in the order of `controls`. */
export function withImplied(set: readonly Control[]): Control[] {
	return controls.filter((control) => hasControl(set, control))
}

/** Whether the control is in the set, by name or because another brings it along. */
export function hasControl(set: readonly Control[], control: Control): boolean {
	return set.includes(control) || (control === 'no-touch' && set.includes('glass'))
}

/** Whether a control that is needed is not provided, by name or by another. */
export function isMissing(needed: readonly Control[], provided: readonly Control[]): boolean {
	for (const control of needed) if (!hasControl(provided, control)) return true
	return false
}
