import type { PublicReasons } from '#app/domain/bookings/public-reasons.ts'
import { daysBetween, type LocalDate, localDate } from '#app/domain/calendar/oslo.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import type { Setting } from '#app/domain/timetable/visit-session.ts'
import { type CalendarSession, calendarWeeks, type VisitCalendar } from './calendar.server.ts'

/** One free time, as a page shows it. */
export interface FreeTime {
	ref: string
	start: Date
	end: Date
	setting: Setting
	provides: readonly Control[]
	/** Given when few are left. */
	placesLeft: number | null
}

export interface CalendarPage {
	today: LocalDate
	/** How many times are free, day by day from today; null for a day without any, free or not. */
	free: (number | null)[]
	/** The chosen day's free times, and why its other times are not offered: each answer once. */
	times: FreeTime[]
	why: PublicReasons[]
}

/** Places left at which it is worth saying how many. */
const few = 2

/** A calendar laid out for a page: eight weeks of days, and one of them opened. */
export function calendarPage(calendar: VisitCalendar, day: LocalDate | null, now: Date): CalendarPage {
	const today = localDate(now)
	const free: (number | null)[] = Array.from({ length: 7 * calendarWeeks }, () => null)
	const chosen: CalendarSession[] = []
	let [date, index] = [today, 0]
	for (const one of calendar.sessions) {
		const its = localDate(one.session.start)
		if (its !== date) [date, index] = [its, daysBetween(today, its)]
		if (date === day) chosen.push(one)
		if (index < free.length) free[index] = (free[index] ?? 0) + (isOffered(one) ? 1 : 0)
	}
	const why = new Map(
		chosen.filter((one) => !isOffered(one)).map((one) => [JSON.stringify(one.publicReasons), one.publicReasons]),
	)
	return { today, free, times: chosen.filter(isOffered).map(freeTime), why: [...why.values()] }
}

function isOffered(one: CalendarSession): boolean {
	return one.refusals.length === 0
}

function freeTime({ session }: CalendarSession): FreeTime {
	const left = session.groups - session.taken.groups
	const { ref, start, end, setting, provides } = session
	return { ref, start, end, setting, provides, placesLeft: left <= few ? left : null }
}
