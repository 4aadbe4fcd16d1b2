// Practice: a family room is never shared, and is made ready between two parties.
import { overlaps } from '../calendar/span.ts'
import { refusal } from '../refusals.ts'
import type { BookingRule } from './rule.ts'

/**
 * Stands when the range, with the room's turn-around before and after, overlaps another live reservation. The turn-around is
 * counted once between two, so one may begin when the other's has just passed.
 */
export const roomTaken: BookingRule = ({ place }) => {
	if (place.kind !== 'room') return null
	const turnaround = place.room.turnaroundMinutes * 60_000
	const kept = {
		start: new Date(place.start.getTime() - turnaround),
		end: new Date(place.end.getTime() + turnaround),
	}
	return place.room.reservations.some((other) => overlaps(other, kept)) ? refusal('room-taken') : null
}
