// Practice: a session takes as many groups and people as its place and its officers can look after.
import { refusal } from '../refusals.ts'
import { personsOf } from './party.ts'
import type { BookingRule } from './rule.ts'

/**
 * Stands when one group more, or this party's persons more, would pass the session's capacity. Live bookings, live holds and
 * open offers of others count (`taken`); people are the visitors, not the prisoner.
 */
export const sessionFull: BookingRule = ({ visit, venue }) => {
	if (venue.kind !== 'session') return null
	const { groups, people, taken } = venue.session
	const full = taken.groups + 1 > groups || (people !== null && taken.people + personsOf(visit).length > people)
	return full ? refusal('session-full') : null
}
