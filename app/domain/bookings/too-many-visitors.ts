// Practice: the number of visitors is set locally, and by the size of the room.
import { refusal } from '../refusals.ts'
import { personsOf } from './party.ts'
import type { BookingRule } from './rule.ts'

/** Stands when the party has more persons than `peoplePerVisit`, or than the session or the room takes in all. */
export const tooManyVisitors: BookingRule = ({ visit, venue }, policy) => {
	const people = personsOf(visit).length
	const takes = venue.kind === 'session' ? venue.session.people : venue.room.people
	const tooMany = people > policy.peoplePerVisit || (takes !== null && people > takes)
	return tooMany ? refusal('too-many-visitors') : null
}
