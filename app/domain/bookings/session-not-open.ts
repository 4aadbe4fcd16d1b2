// Practice: fixed days for each unit; official visits have times of their own, outside the family's.
import { refusal } from '../refusals.ts'
import { isFor } from '../timetable/audience.ts'
import type { BookingRule } from './rule.ts'
import { trackOf } from './rule-input.ts'

/** Stands when the session is not for the prisoner's unit, security level or legal status, or is for the other track. */
export const sessionNotOpen: BookingRule = ({ visit, venue }) => {
	if (venue.kind !== 'session') return null
	const open = isFor(venue.session, visit.prisoner) && venue.session.track === trackOf(visit)
	return open ? null : refusal('session-not-open')
}
