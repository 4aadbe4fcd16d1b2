import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import { addDays, mondayOf } from '#app/domain/calendar/oslo.ts'

/** How large a nation is. */
export interface NationSize {
	facilities: number
	prisoners: number
	visitors: number
	bookings: number
}

/** About as many as there are in Norway, and the visits of two years. */
export const nationSize: NationSize = { facilities: 60, prisoners: 3_500, visitors: 20_000, bookings: 500_000 }

/** Visits that a prisoner has in a week of the past, on average; never more than two, which every policy here allows. */
const visitsInPastWeek = 1.6
/** Visits ahead for a prisoner, together; at most one a week, so that there is always room for one more. */
const visitsAhead = 2
/** Days ahead that bookings are made for: what the strictest facility lets families see. */
const daysAhead = 28
const leastPastWeeks = 8

export interface NationPlan {
	/** The Mondays of the weeks that have gone by whole, oldest first. */
	pastWeeks: LocalDate[]
	/** This week's Monday and those after it that bookings are made in. */
	weeksAhead: LocalDate[]
	/** The last date with bookings. */
	lastDate: LocalDate
	bookings: { past: number; ahead: number }
}

/** Spreads the bookings over time: a third at most lies ahead, and the past is as long as the rest of them needs. */
export function planNation({ prisoners, bookings }: NationSize, today: LocalDate): NationPlan {
	const ahead = Math.min(Math.round(bookings / 3), Math.round(prisoners * visitsAhead))
	const past = bookings - ahead
	const count = Math.max(leastPastWeeks, Math.ceil(past / Math.max(1, prisoners * visitsInPastWeek)))
	const thisWeek = mondayOf(today)
	const lastDate = addDays(today, daysAhead)
	const weeks = Array.from({ length: count + 5 }, (_, index) => addDays(thisWeek, 7 * (index - count)))
	return {
		pastWeeks: weeks.slice(0, count),
		weeksAhead: weeks.slice(count).filter((monday) => monday <= lastDate),
		lastDate,
		bookings: { past, ahead },
	}
}

/** The share of a whole that falls to one of `parts`, by its number; the shares of all parts together are the whole. */
export function shareOf(whole: number, part: number, parts: number): number {
	return Math.floor((whole * (part + 1)) / parts) - Math.floor((whole * part) / parts)
}
