// Practice: stays are shared out among the families by a rest between two.
import { daysBetween } from '../calendar/oslo.ts'
import type { Policy } from '../policy.ts'
import { refusal } from '../refusals.ts'
import { isLive, type OtherBooking } from './booking.ts'
import type { BookingRule } from './rule.ts'
import type { Venue, Visit } from './rule-input.ts'
import { firstDay, lastDay } from './visit-day.ts'

/**
 * Stands when a stay begins sooner than `restDaysBetweenStays` local days after this prisoner's stay before it ended, or ends
 * later than that before the next one. Any reservation of a room is a stay, when it is live or was completed.
 */
export const restGap: BookingRule = ({ visit, venue }, policy, now) => {
	return venue.kind === 'room' && isTooNear(visit, venue, policy, now) ? refusal('rest-gap') : null
}

function isTooNear(visit: Visit, venue: Venue, policy: Policy, now: Date): boolean {
	const tooNear = (other: OtherBooking) => {
		const [before, after] = other.start < venue.start ? [other, venue] : [venue, other]
		return daysBetween(lastDay(before), firstDay(after)) < policy.restDaysBetweenStays
	}
	const stays = visit.bookings.filter(
		(other) =>
			other.roomId !== null &&
			other.prisonerId === visit.prisoner.id &&
			(other.state === 'completed' || isLive(other, now)),
	)
	return stays.some(tooNear)
}
