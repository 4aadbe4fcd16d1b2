// Practice: nobody can be in two visits at once.
import { overlaps } from '../calendar/span.ts'
import { refusal } from '../refusals.ts'
import { isLive } from './booking.ts'
import type { BookingRule } from './rule.ts'

/** Stands when someone in the party has a live booking that overlaps, for any prisoner and at any facility. */
export const visitorAlreadyBooked: BookingRule = ({ visit, place }, _policy, now) => {
	const meeting = visit.bookings.filter((other) => overlaps(other, place) && isLive(other, now))
	const booked = visit.party.filter((member) => meeting.some((other) => other.visitorIds.includes(member.visitorId)))
	if (booked.length === 0) return null
	return refusal(
		'visitor-already-booked',
		booked.map((member) => member.visitorId),
	)
}
