import type { UnusualPattern } from './unusual-patterns.ts'

/** A pattern as an officer saw it. */
export type AlertAcknowledgement = Pick<UnusualPattern, 'pattern' | 'payerId' | 'prisonerId' | 'count'>

/** Whether an officer has looked at this already: the same pattern of the same people, and no more of it than then. */
export function isAcknowledged(found: UnusualPattern, acknowledgements: readonly AlertAcknowledgement[]): boolean {
	return acknowledgements.some(
		(acknowledgement) =>
			acknowledgement.pattern === found.pattern &&
			acknowledgement.payerId === found.payerId &&
			acknowledgement.prisonerId === found.prisonerId &&
			acknowledgement.count >= found.count,
	)
}
