// Practice: each prison sets the days when it, a unit or a room is closed.
import { closesOn } from '../calendar/closed-days.ts'
import type { Policy } from '../policy.ts'
import { refusal } from '../refusals.ts'
import type { Closure } from '../timetable/visit-session.ts'
import type { BookingRule } from './rule.ts'
import type { Venue, Visit } from './rule-input.ts'
import { daysOf, firstDay, lastDay } from './visit-day.ts'

/**
 * Stands when a day that the visit touches is closed: by a closure of the facility, of the prisoner's unit or of this room
 * (both its dates count; without a date it is open-ended on that side), or by the policy's `closedDays`. A closure of a room
 * never touches a session, and one that names a session is `session-cancelled`.
 */
export const closedDay: BookingRule = ({ visit, venue }, policy) => {
	if (venue.closures.length === 0 && policy.closedDays.length === 0) return null
	return isClosed(visit, venue, policy) ? refusal('closed-day') : null
}

function isClosed(visit: Visit, venue: Venue, policy: Policy): boolean {
	const first = firstDay(venue)
	const last = lastDay(venue)
	const roomId = venue.kind === 'room' ? venue.room.id : null
	const closes = (closure: Closure) =>
		closure.sessionId === null &&
		(closure.unit === null || closure.unit === visit.prisoner.unit) &&
		(closure.roomId === null || closure.roomId === roomId) &&
		(closure.first === null || closure.first <= last) &&
		(closure.last === null || closure.last >= first)
	if (venue.closures.some(closes)) return true
	const days = policy.closedDays.length > 0 ? daysOf(venue) : []
	return days.some((day) => policy.closedDays.some((line) => closesOn(line, day)))
}
