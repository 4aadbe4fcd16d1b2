// Straffeprosessloven § 186: an order says whom it excepts, and covers public authorities only where it says so.
import { trackOf, type Visit } from '../bookings/rule-input.ts'
import type { Span } from '../calendar/span.ts'
import type { Custody } from '../prisoners/prisoner.ts'
import { type CourtRestriction, type CourtRestrictionType, inForceAt, type ProtectiveOrder } from './restrictions.ts'

/**
 * Whether an order of one of these types is in force at the instant and touches the visit: not when everyone in the party is
 * excepted from it, and an all-official party only when it covers official visitors too.
 */
export function orderApplies(visit: Visit, types: readonly CourtRestrictionType[], at: Date): boolean {
	return visit.courtRestrictions.some(
		(order) =>
			types.includes(order.type) &&
			inForceAt(order, at) &&
			(order.coversOfficial || trackOf(visit) !== 'official') &&
			!exceptsAll(order, visit),
	)
}

function exceptsAll(order: CourtRestriction, visit: Visit): boolean {
	return visit.party.length > 0 && visit.party.every((member) => order.except.includes(member.visitorId))
}

/** The last instant that a `Date` can hold. */
const never = new Date(8.64e15)

/**
 * From when until when a protective order stands, as far as is known today. One without an end stands until an officer ends it, and
 * so does one whose clock is stopped (straffeloven § 57) for as long as the prisoner is not released.
 */
export function protectedPeriod({ start, end, clockStopped }: ProtectiveOrder, custody: Custody): Span {
	const isOpen = end === null || (clockStopped && custody !== 'released')
	return { start, end: isOpen ? never : end }
}
