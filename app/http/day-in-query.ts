import { isUsableDate, type LocalDate } from '#app/domain/calendar/oslo.ts'

/**
 * The day that an address names. Null when it names none, and for what is no day of ours: a mistyped link opens the page as
 * if no day had been chosen.
 */
export function dayIn({ searchParams }: URL, name: 'day' | 'week' = 'day'): LocalDate | null {
	const text = searchParams.get(name)?.trim() ?? ''
	return isUsableDate(text) ? text : null
}
