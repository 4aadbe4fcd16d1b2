import { addDays, daysBetween, type LocalDate, mondayOf } from '../calendar/oslo.ts'
import type { WeeklyPattern } from './template.ts'

/**
 * The local dates on which a template has a session, from `first` to `last`, both counting. Weeks are counted from the Monday
 * of the week of `validFrom`, so that a template for every other week keeps its weeks whichever day it begins on.
 */
export function templateDates(pattern: WeeklyPattern, first: LocalDate, last: LocalDate): LocalDate[] {
	const from = first > pattern.validFrom ? first : pattern.validFrom
	const to = pattern.validTo !== null && pattern.validTo < last ? pattern.validTo : last
	if (to < from) return []
	const step = 7 * pattern.everyWeeks
	const origin = addDays(mondayOf(pattern.validFrom), pattern.weekday - 1)
	// `origin` may lie before `validFrom`, in the same week: then the first date is a step on.
	const steps = Math.max(0, Math.ceil(daysBetween(origin, from) / step))
	const dates: LocalDate[] = []
	for (let date = addDays(origin, steps * step); date <= to; date = addDays(date, step)) dates.push(date)
	return dates
}
