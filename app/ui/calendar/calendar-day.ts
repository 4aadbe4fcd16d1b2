import { addDays, mondayOf, weekday } from '#app/domain/calendar/oslo.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translate.ts'

/** A day that may be chosen from, as a route gives it. */
export type CalendarDay = {
	/** 'YYYY-MM-DD' */
	date: string
	/** Free times; null where there are no times at all, and nothing to say of them. */
	count: number | null
}

/** The days from the first on, each with its number of free times. */
export function calendarDays(first: string, free: readonly (number | null)[]): CalendarDay[] {
	return free.map((count, index) => ({ date: addDays(first, index), count }))
}

/** All that a day is drawn from, but for where it leads: to its times, or to why there are none. */
export type DayState = CalendarDay & { chosen: boolean; today: boolean; locale: Locale }

export function dayKey({ date, count, chosen, today, locale }: DayState): string {
	return `${locale} ${date} ${count} ${chosen} ${today}`
}

/** 'torsdag 26. november, 3 ledige tider': the same words in the calendar and in the list. */
export function dayText({ date, count, locale }: DayState): string {
	const t = translator(locale)
	return t('timetable.day-and-times', {
		day: formatDate(date, locale),
		times: t('timetable.times-free', { count: count ?? 0 }),
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
