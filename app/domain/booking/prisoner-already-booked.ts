// Practice: a prisoner has one visit at a time.
import { overlaps } from '../calendar/span.ts'
import { refusal } from '../refusals.ts'
import { isLive } from './booking.ts'
import type { BookingRule } from './rule.ts'

/** Stands when the prisoner has a live booking, or a hold of someone else's, that overlaps; wherever it is. */
export const prisonerAlreadyBooked: BookingRule = ({ visit, place }, _policy, now) => {
	const booked = visit.bookings.some(
		(other) => other.prisonerId === visit.prisoner.id && overlaps(other, place) && isLive(other, now),
	)
	return booked ? refusal('prisoner-already-booked') : null
}
