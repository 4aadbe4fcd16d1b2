import { eachDate, type LocalDate, lastDate, localDate } from '../calendar/oslo.ts'
import type { Span } from '../calendar/span.ts'

/** The local date when the visit begins: ages are counted on it, and the week and the month are its. */
export function firstDay(visit: Span): LocalDate {
	return localDate(visit.start)
}

/** The last local date that the visit touches; a visit that ends at midnight does not touch the next day. */
export function lastDay(visit: Span): LocalDate {
	return lastDate(visit.start, visit.end)
}

/** Every local date that the visit touches: one for a session, several for a stay over night. */
export function daysOf(visit: Span): LocalDate[] {
	return eachDate(firstDay(visit), lastDay(visit))
}

/** Real elapsed hours: a stay over a clock change is one hour shorter or longer than the wall clock says. */
export function elapsedHours(visit: Span): number {
	return (visit.end.getTime() - visit.start.getTime()) / 3_600_000
}
