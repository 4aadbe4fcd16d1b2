// Practice: places are given out some weeks ahead, so that they fall to many.
import { daysBetween, localDate } from '../calendar/oslo.ts'
import { refusal } from '../refusals.ts'
import { onDays } from './rule.ts'

/** Stands when the start's local date is more than `maxDaysAhead` days after today's; the hour does not matter. */
export const tooFarAhead = onDays((_visit, { first }, policy, now) => {
	return daysBetween(localDate(now), first) > policy.maxDaysAhead ? refusal('too-far-ahead') : null
})
