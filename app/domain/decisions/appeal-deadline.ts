// Straffegjennomføringsloven § 7 e (7 days); personal data: forskrift 2013-09-20-1099 § 9 (3 weeks). Counted as domstolloven §§ 148-149.
import { nextWorkingDay } from '../calendar/holidays.ts'
import { addDays, type LocalDate } from '../calendar/oslo.ts'

export const appealDays = { case: 7, 'data-access': 21 } as const

/**
 * The last day to appeal, counted from the local date when the letter was made available and the alert was sent. A last day
 * on a Saturday, a Sunday or a public holiday moves to the next working day.
 */
export function appealDeadline(sentDate: LocalDate, days: number): LocalDate {
	return nextWorkingDay(addDays(sentDate, days))
}
