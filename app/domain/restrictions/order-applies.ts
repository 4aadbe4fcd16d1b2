// Straffeprosessloven § 186: an order says whom it excepts, and covers public authorities only where it says so.
import { trackOf, type Visit } from '../bookings/rule-input.ts'
import { type CourtRestriction, type CourtRestrictionType, inForceAt } from './restrictions.ts'

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
