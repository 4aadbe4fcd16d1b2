// Practice: a prison may call off a session, for want of staff for example.
import { refusal } from '../refusals.ts'
import type { BookingRule } from './rule.ts'

/** Stands when a closure names the session. */
export const sessionCancelled: BookingRule = ({ place }) => {
	if (place.kind !== 'session') return null
	const named = place.closures.some((closure) => closure.sessionId === place.session.id)
	return named ? refusal('session-cancelled') : null
}
