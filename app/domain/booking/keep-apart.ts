// Practice, for everyone's safety: prisoners or visitors who must be kept apart are never in the same area at the same time.
import { overlaps } from '../calendar/span.ts'
import { refusal } from '../refusals.ts'
import { isLive } from './booking.ts'
import { type BookingRule, onlyWhere } from './rule.ts'

/**
 * Stands when a live booking of someone to be kept apart from the prisoner or the party overlaps in the same area, or when two
 * of the party must be kept apart from one another. A room is an area of its own. Never told why.
 */
export const keepApart: BookingRule = onlyWhere(
	({ apartInParty, apartBookings }) => apartInParty.length > 0 || apartBookings.length > 0,
	({ visit, place }, _policy, now) => {
		if (visit.apartInParty.length > 0) return refusal('keep-apart')
		const met = visit.apartBookings.some(
			(other) => other.area === place.area && overlaps(other, place) && isLive(other, now),
		)
		return met ? refusal('keep-apart') : null
	},
)
