import { DateTime } from 'luxon'

/** A calendar date without a time, `YYYY-MM-DD`, meant in the facility's own calendar (Europe/Oslo). Sorts as text. */
export type LocalDate = string

/** An ISO week, `2026-W53`. */
export type IsoWeek = string

export const zone = 'Europe/Oslo'

const hourMs = 3_600_000
const dateOfHour = new Map<number, LocalDate>()

/** The local date of an instant. Remembered by the hour: Oslo's midnights fall on whole hours, before and after each clock change. */
export function localDate(instant: Date): LocalDate {
	return dateAt(instant.getTime())
}

function dateAt(ms: number): LocalDate {
	const hour = Math.floor(ms / hourMs)
	const known = dateOfHour.get(hour)
	if (known !== undefined) return known
	const date = iso(DateTime.fromMillis(hour * hourMs, { zone }))
	if (dateOfHour.size > 50_000) dateOfHour.clear()
	dateOfHour.set(hour, date)
	return date
}

/** The local time of day, `HH:MM`. */
export function localTime(instant: Date): string {
	return DateTime.fromJSDate(instant, { zone }).toFormat('HH:mm')
}

const instantOfTime = new Map<string, number>()

/**
 * The instant of a local wall time. In spring's missing hour the clock has moved on (02:30 is read as 03:30); in autumn's
 * doubled hour the earlier of the two is meant. Remembered, as `localDate` is. Resolved here and not left to luxon, which picks by the season it runs in.
 */
export function instantOf(date: LocalDate, time: string): Date {
	const key = `${date} ${time}`
	const known = instantOfTime.get(key)
	if (known !== undefined) return new Date(known)
	const instant = findInstant(date, time)
	if (instantOfTime.size > 10_000) instantOfTime.clear()
	instantOfTime.set(key, instant.getTime())
	return instant
}

function findInstant(date: LocalDate, time: string): Date {
	const [hour, minute] = time.split(':').map(Number)
	if (hour === 24 && minute === 0) return instantOf(addDays(date, 1), '00:00')
	if (hour === undefined || minute === undefined || !(hour < 24 && minute < 60)) {
		throw new RangeError(`Not a time of day: ${time}`)
	}
	const naive = DateTime.fromISO(date, { zone: 'utc' }).set({ hour, minute })
	if (!naive.isValid) throw new RangeError(`Not a local time: ${date} ${time}`)
	const winter = naive.toMillis() - 1 * hourMs
	const summer = naive.toMillis() - 2 * hourMs
	// Summer time's reading is the earlier instant. It holds when Oslo shows just this wall time then.
	if (DateTime.fromMillis(summer, { zone }).offset === 120) return new Date(summer)
	return new Date(winter)
}

const dayMs = 24 * hourMs

const dateOfNumber = new Map<number, LocalDate>()

export function addDays(date: LocalDate, days: number): LocalDate {
	const number = dayNumber(date) + days
	const known = dateOfNumber.get(number)
	if (known !== undefined) return known
	const found = new Date(number * dayMs).toISOString().slice(0, 10)
	if (dateOfNumber.size > 10_000) dateOfNumber.clear()
	dateOfNumber.set(number, found)
	return found
}

/** The same day some months on; the month's last day where it has no such day (31 August and 6 months: 28 February). */
export function addMonths(date: LocalDate, months: number): LocalDate {
	return iso(DateTime.fromISO(date, { zone: 'utc' }).plus({ months }))
}

/** Every date from the first to the last, both counting. */
export function eachDate(first: LocalDate, last: LocalDate): LocalDate[] {
	const dates = [first]
	for (let date = first; date < last; ) {
		date = addDays(date, 1)
		dates.push(date)
	}
	return dates
}

const numberOfDate = new Map<LocalDate, number>()

/** Days since 1970. Remembered by date, as `isoWeek` is. */
function dayNumber(date: LocalDate): number {
	const known = numberOfDate.get(date)
	if (known !== undefined) return known
	const number = Date.parse(date) / dayMs
	if (numberOfDate.size > 10_000) numberOfDate.clear()
	numberOfDate.set(date, number)
	return number
}

/** Whole days from one local date to another; negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
	return dayNumber(to) - dayNumber(from)
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(date: LocalDate): number {
	// 1 January 1970 was a Thursday.
	const sinceMonday = (dayNumber(date) + 3) % 7
	return 1 + (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday)
}

/** The Monday of the date's ISO week. */
export function mondayOf(date: LocalDate): LocalDate {
	return addDays(date, 1 - weekday(date))
}

const weekOfDate = new Map<LocalDate, IsoWeek>()

/** The ISO week. Remembered by date: a calendar asks it again and again. */
export function isoWeek(date: LocalDate): IsoWeek {
	const known = weekOfDate.get(date)
	if (known !== undefined) return known
	const { weekYear, weekNumber } = DateTime.fromISO(date, { zone: 'utc' })
	const week = `${weekYear}-W${String(weekNumber).padStart(2, '0')}`
	if (weekOfDate.size > 10_000) weekOfDate.clear()
	weekOfDate.set(date, week)
	return week
}

/** The calendar month, `YYYY-MM`. */
export function monthOf(date: LocalDate): string {
	return date.slice(0, 7)
}

/** The age in whole years on a date. Who is born on 29 February comes of age on 1 March in other years. */
export function ageOn(born: LocalDate, date: LocalDate): number {
	const years = Number(date.slice(0, 4)) - Number(born.slice(0, 4))
	return date.slice(5) < born.slice(5) ? years - 1 : years
}

/** The first and the last local date that a span touches; the end does not count. */
export function datesTouched(start: Date, end: Date): { first: LocalDate; last: LocalDate } {
	return { first: localDate(start), last: lastDate(start, end) }
}

/** The last local date that a span touches; the end does not count. */
export function lastDate(start: Date, end: Date): LocalDate {
	return dateAt(Math.max(start.getTime(), end.getTime() - 1))
}

function iso(moment: DateTime): LocalDate {
	const date = moment.toISODate()
	if (date === null) throw new RangeError('Not a date')
	return date
}

/** Whether a text is a date that exists, `YYYY-MM-DD`: 30 February is none. */
export function isLocalDate(text: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid
}

/**
 * The same in the years that a page, a form or the database may have: outside 1900 to 2200 the database and `Date` write a day
 * differently.
 */
export function isUsableDate(text: string): boolean {
	return isLocalDate(text) && text >= '1900-01-01' && text <= '2200-12-31'
}

/** A date out of its parts, `YYYY-MM-DD`; null where no calendar has it. */
export function dateOf({ day, month, year }: { day: number; month: number; year: number }): LocalDate | null {
	const [yyyy, mm, dd] = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')]
	const date = `${yyyy}-${mm}-${dd}`
	return isLocalDate(date) ? date : null
}
