// Practice: each family room has its own shortest and longest stay.
import { refusal } from '../refusals.ts'
import type { BookingRule } from './rule.ts'
import { elapsedHours } from './visit-day.ts'

/** Stands when a stay is shorter or longer than the room allows, in real elapsed hours: clock changes count as they are. */
export const stayLength: BookingRule = ({ venue }) => {
	if (venue.kind !== 'room') return null
	const hours = elapsedHours(venue)
	return hours < venue.room.minHours || hours > venue.room.maxHours ? refusal('stay-length') : null
}
