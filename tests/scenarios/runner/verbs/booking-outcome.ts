import type { BookingOutcome } from '#app/services/bookings/outcome.ts'
import { type Done, done, type Refused } from '../run/outcome.ts'

/** What came of asking for a place. */
export function bookingOutcome(outcome: BookingOutcome): Done | Refused {
	if (outcome.ok) return done('booking', outcome.booking.id)
	return { kind: 'refused', codes: outcome.refusals.map(({ code }) => code), told: outcome.publicReasons }
}
