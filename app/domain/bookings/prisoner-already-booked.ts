// Practice: a prisoner has one visit at a time.
import { overlaps } from '../calendar/span.ts'
import { refusal } from '../refusals.ts'
import { liveBookings } from './live-bookings.ts'
import type { BookingRule } from './rule.ts'

/** Stands when the prisoner has a live booking, or a hold of someone else's, that overlaps; wherever it is. */
export const prisonerAlreadyBooked: BookingRule = ({ visit, venue }, _policy, now) => {
	const booked = liveBookings(visit, now).some(
		(other) => overlaps(other, venue) && other.prisonerId === visit.prisoner.id,
	)
	return booked ? refusal('prisoner-already-booked') : null
}
