import { isLocalDate, type LocalDate } from '#app/domain/calendar/oslo.ts'

/**
 * The day that an address names. Null when it names none, and for what is no day of ours: a mistyped link opens the page as
 * if no day had been chosen. Years outside 1900 to 2200 are no days of ours; the database and `Date` write them differently.
 */
export function dayIn({ searchParams }: URL, name: 'day' | 'week' = 'day'): LocalDate | null {
	const text = searchParams.get(name)?.trim() ?? ''
	return isLocalDate(text) && text >= '1900-01-01' && text <= '2200-12-31' ? text : null
}
