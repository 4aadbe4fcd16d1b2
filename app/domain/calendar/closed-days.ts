// Practice: which days are closed differs from prison to prison (Bergen closes on eves and on 17 May).
import { holidayNames, holidaysOn, isPublicHoliday } from './holidays.ts'
import { isLocalDate, type LocalDate } from './oslo.ts'

/** Closes on each public holiday, not on the eves. */
export const allPublicHolidays = 'public-holidays'

/** Whether a line of `closedDays` closes the date: a date, a day of every year (`12-24`), a holiday's name, or all of them. */
export function closesOn(line: string, date: LocalDate): boolean {
	if (line === date || line === date.slice(5)) return true
	if (line === allPublicHolidays) return isPublicHoliday(date)
	return holidaysOn(date).some((name) => name === line)
}

/**
 * Whether a text can stand in `closedDays`: what a policy form asks before it saves.
 *
 * @internal
 */
export function isClosedDayLine(text: string): boolean {
	if (text === allPublicHolidays || holidayNames.some((name) => name === text)) return true
	const date = /^\d\d-\d\d$/.test(text) ? `2024-${text}` : text
	return isLocalDate(date)
}
