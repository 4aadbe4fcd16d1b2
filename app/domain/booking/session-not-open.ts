// Practice: fixed days for each unit; official visits have times of their own, outside the family's.
import { refusal } from '../refusals.ts'
import { isFor } from '../sessions/audience.ts'
import { trackOf } from './asked.ts'
import type { BookingRule } from './rule.ts'

/** Stands when the session is not for the prisoner's unit, security level or legal status, or is for the other track. */
export const sessionNotOpen: BookingRule = ({ visit, place }) => {
	if (place.kind !== 'session') return null
	const open = isFor(place.session, visit.prisoner) && place.session.track === trackOf(visit)
	return open ? null : refusal('session-not-open')
}
