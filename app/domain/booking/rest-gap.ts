// Practice: stays are shared out among the families by a rest between two.
import { daysBetween } from '../calendar/oslo.ts'
import type { Policy } from '../policy.ts'
import { refusal } from '../refusals.ts'
import type { Place, Visit } from './asked.ts'
import { isLive, type OtherBooking } from './booking.ts'
import type { BookingRule } from './rule.ts'
import { firstDay, lastDay } from './visit-day.ts'

/**
 * Stands when a stay begins sooner than `restDaysBetweenStays` local days after this prisoner's stay before it ended, or ends
 * later than that before the next one. Any reservation of a room is a stay, when it is live or was completed.
 */
export const restGap: BookingRule = ({ visit, place }, policy, now) => {
	return place.kind === 'room' && isTooNear(visit, place, policy, now) ? refusal('rest-gap') : null
}

function isTooNear(visit: Visit, place: Place, policy: Policy, now: Date): boolean {
	const tooNear = (other: OtherBooking) => {
		const [before, after] = other.start < place.start ? [other, place] : [place, other]
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
