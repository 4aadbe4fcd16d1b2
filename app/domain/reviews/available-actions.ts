import { hasPermission } from '../access/permissions.ts'
import type { Role } from '../access/roles.ts'

export const reviewActions = ['claim', 'kept', 'moved', 'cancelled'] as const
export type ReviewAction = (typeof reviewActions)[number]

export interface ReviewFacts {
	/** Nothing that no officer may lift stands against the visit. */
	keepable: boolean
	/** There is another time to move it to. */
	movable: boolean
}

/** What an officer with these roles may do with a visit under review: the buttons, which the service asks again. */
export function availableReviewActions({ keepable, movable }: ReviewFacts, held: readonly Role[]): ReviewAction[] {
	if (!hasPermission(held, 'handle-bookings')) return []
	return reviewActions.filter((action) => (action !== 'kept' || keepable) && (action !== 'moved' || movable))
}
