// Practice: nobody can be in two visits at once.
import { overlaps } from '../calendar/span.ts'
import { refusal } from '../refusals.ts'
import { liveBookings } from './live-bookings.ts'
import type { BookingRule } from './rule.ts'

/** Stands when someone in the party has a live booking that overlaps, for any prisoner and at any facility. */
export const visitorAlreadyBooked: BookingRule = ({ visit, venue }, _policy, now) => {
	const meeting = liveBookings(visit, now).filter((other) => overlaps(other, venue))
	if (meeting.length === 0) return null
	const booked = visit.party.filter((member) => meeting.some((other) => other.visitorIds.includes(member.visitorId)))
	if (booked.length === 0) return null
	return refusal(
		'visitor-already-booked',
		booked.map((member) => member.visitorId),
	)
}
