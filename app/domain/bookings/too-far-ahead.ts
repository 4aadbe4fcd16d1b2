// Practice: places are given out some weeks ahead, so that they fall to many.
import { daysBetween, localDate } from '../calendar/oslo.ts'
import { refusal } from '../refusals.ts'
import type { BookingRule } from './rule.ts'
import { firstDay } from './visit-day.ts'

/** Stands when the start's local date is more than `maxDaysAhead` days after today's; the hour does not matter. */
export const tooFarAhead: BookingRule = ({ venue }, policy, now) => {
	return daysBetween(localDate(now), firstDay(venue)) > policy.maxDaysAhead ? refusal('too-far-ahead') : null
}
