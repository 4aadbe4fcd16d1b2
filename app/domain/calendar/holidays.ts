// Lov om helligdager og helligdagsfred § 2, with 1 and 17 May; an eve is not a public holiday.
import { addDays, type LocalDate, weekday } from './oslo.ts'

const fixedDays = [
	['new-years-day', '01-01'],
	['labour-day', '05-01'],
	['constitution-day', '05-17'],
	['christmas-eve', '12-24'],
	['christmas-day', '12-25'],
	['second-christmas-day', '12-26'],
	['new-years-eve', '12-31'],
] as const

/** Days counted from Easter Sunday. */
const movableDays = [
	['maundy-thursday', -3],
	['good-friday', -2],
	['easter-eve', -1],
	['easter-sunday', 0],
	['easter-monday', 1],
	['ascension-day', 39],
	['whit-eve', 48],
	['whit-sunday', 49],
	['whit-monday', 50],
] as const

export type HolidayName = (typeof fixedDays)[number][0] | (typeof movableDays)[number][0]

export const holidayNames: readonly HolidayName[] = [...fixedDays, ...movableDays].map(([name]) => name)

const eves: readonly HolidayName[] = ['easter-eve', 'whit-eve', 'christmas-eve', 'new-years-eve']

/** Easter Sunday in the Gregorian calendar (the rule of Meeus, Jones and Butcher). */
export function easterSunday(year: number): LocalDate {
	const golden = year % 19
	const century = Math.floor(year / 100)
	const ofCentury = year % 100
	const leapCorrection =
		century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
	const epact = (19 * golden + leapCorrection + 15) % 30
	const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
	const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
	return addDays(`${year}-03-22`, epact + toSunday - 7 * late)
}

const namesOfYear = new Map<string, ReadonlyMap<LocalDate, readonly HolidayName[]>>()

/** The names of a day: more than one when two fall together, as Whit Monday on 17 May 2027; the eves are among them. */
export function holidaysOn(date: LocalDate): readonly HolidayName[] {
	const year = date.slice(0, 4)
	const known = namesOfYear.get(year)
	if (known !== undefined) return known.get(date) ?? []
	const easter = easterSunday(Number(year))
	const names = new Map<LocalDate, HolidayName[]>()
	const add = (day: LocalDate, name: HolidayName) => names.set(day, [...(names.get(day) ?? []), name])
	for (const [name, day] of fixedDays) add(`${year}-${day}`, name)
	for (const [name, days] of movableDays) add(addDays(easter, days), name)
	namesOfYear.set(year, names)
	return names.get(date) ?? []
}

/**
 * The public holidays of a year by date, in date order. A date with two names is one day.
 *
 * @internal
 */
export function publicHolidays(year: number): ReadonlyMap<LocalDate, readonly HolidayName[]> {
	holidaysOn(`${year}-01-01`)
	const all = [...(namesOfYear.get(String(year)) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
	return new Map(all.filter(([date]) => isPublicHoliday(date)))
}

export function isPublicHoliday(date: LocalDate): boolean {
	return holidaysOn(date).some((name) => !eves.includes(name))
}

/** Neither Saturday, Sunday nor a public holiday. */
export function isWorkingDay(date: LocalDate): boolean {
	return weekday(date) <= 5 && !isPublicHoliday(date)
}

/** The date itself when it is a working day, else the first one after it. */
export function nextWorkingDay(date: LocalDate): LocalDate {
	let day = date
	while (!isWorkingDay(day)) day = addDays(day, 1)
	return day
}
