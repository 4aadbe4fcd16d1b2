// Straffegjennomforingsloven § 31 third paragraph: the forms of control, never stricter than needed.

export const controls = ['watched', 'overheard', 'no-touch', 'glass', 'language'] as const
export type Control = (typeof controls)[number]

/** The set with what each control brings along: glass means no touch. Without doubles, in the order of `controls`. */
export function withImplied(set: readonly Control[]): Control[] {
	const glass = set.includes('glass')
	return controls.filter((control) => set.includes(control) || (glass && control === 'no-touch'))
}

/** The controls of `needed` that `provided` lacks, each with what it brings along. */
export function missingControls(needed: readonly Control[], provided: readonly Control[]): Control[] {
	const there = withImplied(provided)
	return withImplied(needed).filter((control) => !there.includes(control))
}
