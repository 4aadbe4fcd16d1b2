// Straffegjennomføringsloven § 31 seventh paragraph (child visits are arranged gently) and practice: children come with an adult.
import { ageOn } from '../calendar/oslo.ts'
import { refusal } from '../refusals.ts'
import { adultAge } from './party.ts'
import type { BookingRule } from './rule.ts'
import { firstDay } from './visit-day.ts'

/** Stands when no one in the party is 18 on the visit's first day, and someone is below `childAloneFrom`. */
export const noAdult: BookingRule = ({ visit: { party }, venue }, policy) => {
	const day = firstDay(venue)
	let someoneTooYoung = false
	for (const { born } of party) {
		const age = ageOn(born, day)
		if (age >= adultAge) return null
		if (age < policy.childAloneFrom) someoneTooYoung = true
	}
	return someoneTooYoung ? refusal('no-adult') : null
}
