import type { UnusualPattern } from './unusual-patterns.ts'

/** A pattern as an officer saw it. */
export type PatternLook = Pick<UnusualPattern, 'pattern' | 'payerId' | 'prisonerId' | 'count'>

/** Whether an officer has looked at this already: the same pattern of the same people, and no more of it than then. */
export function isLookedAt(found: UnusualPattern, looks: readonly PatternLook[]): boolean {
	return looks.some(
		(look) =>
			look.pattern === found.pattern &&
			look.payerId === found.payerId &&
			look.prisonerId === found.prisonerId &&
			look.count >= found.count,
	)
}
