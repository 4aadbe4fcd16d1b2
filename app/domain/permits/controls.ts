// Straffegjennomforingsloven § 31 third paragraph: the forms of control, never stricter than needed.

export const controls = ['watched', 'overheard', 'no-touch', 'glass', 'language'] as const
export type Control = (typeof controls)[number]

/** The set with what each control brings along: glass means no touch. Without doubles, in the order of `controls`. */
export function withImplied(set: Iterable<Control>): Control[] {
	const full = new Set(set)
	if (full.has('glass')) full.add('no-touch')
	return controls.filter((control) => full.has(control))
}

/** The controls of `needed` that `provided` lacks, each with what it brings along. */
export function missingControls(needed: Iterable<Control>, provided: Iterable<Control>): Control[] {
	const there = new Set(withImplied(provided))
	return withImplied(needed).filter((control) => !there.has(control))
}
