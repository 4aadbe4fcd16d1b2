// Practice: the number of visitors is set locally.
import { refusal } from '../refusals.ts'
import { isAdultOn, personsOf } from './party.ts'
import type { BookingRule } from './rule.ts'
import { firstDay } from './visit-day.ts'

/** Stands when more than `adultsPerVisit` persons are 18 or more on the visit's first day. */
export const tooManyAdults: BookingRule = ({ visit, venue }, policy) => {
	if (visit.party.length <= policy.adultsPerVisit) return null
	const day = firstDay(venue)
	const adults = personsOf(visit).filter((member) => isAdultOn(member, day))
	return adults.length > policy.adultsPerVisit ? refusal('too-many-adults') : null
}
