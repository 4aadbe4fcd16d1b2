import { datesTouched } from '../calendar/oslo.ts'
import type { Span } from '../calendar/span.ts'
import type { Closure } from '../timetable/visit-session.ts'

/** Where and when a visit is, as far as a closure is concerned. */
export interface PlacedVisit extends Span {
	/** The prisoner's. */
	unit: string
	sessionId: string | null
	roomId: string | null
}

/**
 * Whether a closure closes the place of a visit, as `session-cancelled` and `closed-day` say of a request: it names the session,
 * or a day that the visit touches is closed for the facility, for the prisoner's unit or for the room. A closure for a month
 * touches thousands: they are not read one by one.
 */
export function isClosedBy(closure: Omit<Closure, 'id'>, visit: PlacedVisit): boolean {
	if (closure.sessionId !== null) return closure.sessionId === visit.sessionId
	const { first, last } = datesTouched(visit.start, visit.end)
	return (
		(closure.unit === null || closure.unit === visit.unit) &&
		(closure.roomId === null || closure.roomId === visit.roomId) &&
		(closure.first === null || closure.first <= last) &&
		(closure.last === null || closure.last >= first)
	)
}
