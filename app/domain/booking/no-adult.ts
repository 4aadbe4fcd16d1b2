// Straffegjennomføringsloven § 31 seventh paragraph (child visits are arranged gently) and practice: children come with an adult.
import { ageOn } from '../calendar/oslo.ts'
import { refusal } from '../refusals.ts'
import { isAdultOn } from './party.ts'
import type { BookingRule } from './rule.ts'
import { firstDay } from './visit-day.ts'

/** Stands when no one in the party is 18 on the visit's first day, and someone is below `childAloneFrom`. */
export const noAdult: BookingRule = ({ visit, place }, policy) => {
	const day = firstDay(place)
	if (visit.party.some((member) => isAdultOn(member, day))) return null
	return visit.party.some((member) => ageOn(member.born, day) < policy.childAloneFrom) ? refusal('no-adult') : null
}
