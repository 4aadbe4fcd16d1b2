// Practice: a family room is never shared, and is made ready between two parties.
import { overlaps } from '../calendar/span.ts'
import { refusal } from '../refusals.ts'
import type { BookingRule } from './rule.ts'

/**
 * Stands when the range, with the room's turn-around before and after, overlaps another live reservation. The turn-around is
 * counted once between two, so one may begin when the other's has just passed.
 */
export const roomTaken: BookingRule = ({ venue }) => {
	if (venue.kind !== 'room') return null
	const turnaround = venue.room.turnaroundMinutes * 60_000
	const kept = {
		start: new Date(venue.start.getTime() - turnaround),
		end: new Date(venue.end.getTime() + turnaround),
	}
	return venue.room.reservations.some((other) => overlaps(other, kept)) ? refusal('room-taken') : null
}
