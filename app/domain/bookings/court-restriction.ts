// Straffeprosessloven §§ 186 and 186 a: a court may bar visits to a remand prisoner, or order isolation, until a set day.
import { refusal } from '../refusals.ts'
import { orderApplies } from '../restrictions/order-applies.ts'
import type { BookingRule } from './rule.ts'

/**
 * Stands when a `visit-ban` or an `isolation` is in force at the visit's start and does not except everyone in the party. An
 * all-official party is touched only when the order covers official visitors. Never told why.
 */
export const courtRestriction: BookingRule = ({ visit, venue }) => {
	return orderApplies(visit, ['visit-ban', 'isolation'], venue.start) ? refusal('court-restriction') : null
}
