// Practice, for everyone's safety: prisoners or visitors who must be kept apart are never in the same area at the same time.
import { overlaps } from '../calendar/span.ts'
import { refusal } from '../refusals.ts'
import { isLive } from './booking.ts'
import type { BookingRule } from './rule.ts'

/**
 * Stands when a live booking of someone to be kept apart from the prisoner or the party overlaps in the same area, or when two
 * of the party must be kept apart from one another. A room is an area of its own. Never told why.
 */
export const nonAssociation: BookingRule = ({ visit, venue }, _policy, now) => {
	if (visit.nonAssociatedInParty.length > 0) return refusal('non-association')
	const met = visit.nonAssociatedBookings.some(
		(other) => other.area === venue.area && overlaps(other, venue) && isLive(other, now),
	)
	return met ? refusal('non-association') : null
}
