// Practice: a prison may call off a session, for want of staff for example.
import { refusal } from '../refusals.ts'
import type { BookingRule } from './rule.ts'

/** Stands when a closure names the session. */
export const sessionCancelled: BookingRule = ({ venue }) => {
	if (venue.kind !== 'session') return null
	for (const { sessionId } of venue.closures) if (sessionId === venue.session.id) return refusal('session-cancelled')
	return null
}
