import { addDays, mondayOf, weekday } from '#app/domain/calendar/oslo.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translate.ts'

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

/** All that a day is drawn from, but for the address that it leads to. */
export type DayLook = {
	/** 'YYYY-MM-DD' */
	date: string
	count: number
	leads: boolean
	chosen: boolean
	today: boolean
	locale: Locale
}

export function lookOf(
	{ date, count, href }: CalendarDay,
	{ chosen, today, locale }: { chosen?: string | undefined; today?: string | undefined; locale: Locale },
): DayLook {
	return { date, count, leads: href !== undefined, chosen: date === chosen, today: date === today, locale }
}

export function lookKey({ date, count, leads, chosen, today, locale }: DayLook): string {
	return `${locale} ${date} ${count} ${leads} ${chosen} ${today}`
}

/** 'torsdag 26. november, 3 ledige tider': the same words in the calendar and in the list. */
export function dayWords({ date, count, locale }: DayLook): string {
	const t = translator(locale)
	return t('sessions.day-and-times', {
		day: formatDate(date, locale),
		times: t('sessions.times-free', { count }),
	})
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
