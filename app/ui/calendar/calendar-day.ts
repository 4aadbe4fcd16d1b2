import { addDays, mondayOf, weekday } from '#app/domain/calendar/oslo.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/translate.ts'

/** A day that may be chosen from, as a route gives it. */
export type CalendarDay = {
	/** 'YYYY-MM-DD' */
	date: string
	/** Free times. */
	count: number
	/** To the day's times; or, where there are none, to why. */
	href?: string | undefined
}

/** The days from the first on, each with its number of free times; null for one that has no times at all and leads nowhere. */
export function calendarDays(
	first: string,
	free: readonly (number | null)[],
	hrefOf: (date: string) => string,
): CalendarDay[] {
	return free.map((count, index) => {
		const date = addDays(first, index)
		return count === null ? { date, count: 0 } : { date, count, href: hrefOf(date) }
	})
}

const said = new Map<string, string>()

/** 'torsdag 26. november, 3 ledige tider': the same words in the calendar and in the list. Remembered: every calendar says them. */
export function dayWords(day: CalendarDay, t: T, locale: Locale): string {
	const key = `${locale} ${day.date} ${day.count}`
	const before = said.get(key)
	if (before !== undefined) return before
	const words = t('sessions.day-and-times', {
		day: formatDate(day.date, locale),
		times: t('sessions.times-free', { count: day.count }),
	})
	if (said.size > 5_000) said.clear()
	said.set(key, words)
	return words
}

export type Month = { month: string; weeks: (CalendarDay | null)[][] }

/** Days by month and week; a place in a week without a given day is null. */
export function monthsOf(days: readonly CalendarDay[]): Month[] {
	const months = new Map<string, Map<string, (CalendarDay | null)[]>>()
	for (const day of days) {
		const month = day.date.slice(0, 7)
		const weeks = months.get(month) ?? new Map<string, (CalendarDay | null)[]>()
		months.set(month, weeks)
		const monday = mondayOf(day.date)
		const week = weeks.get(monday) ?? Array.from({ length: 7 }, () => null)
		weeks.set(monday, week)
		week[weekday(day.date) - 1] = day
	}
	return [...months].map(([month, weeks]) => ({ month, weeks: [...weeks.values()] }))
}
