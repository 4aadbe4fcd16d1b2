// Straffegjennomføringsloven § 7 e (7 days); personal data: forskrift 2013-09-20-1099 § 9 (3 weeks). Counted as domstolloven §§ 148-149.
// Forvaltningsloven § 29: from when the notice reached the party; asking for fuller reasons (§ 25) stops it; an extension moves it.
import { nextWorkingDay } from '../calendar/holidays.ts'
import { addDays, daysBetween, type LocalDate } from '../calendar/oslo.ts'

export const appealDays = { case: 7, 'data-access': 21 } as const

/**
 * The last day to appeal, counted from the local date when the letter was made available and the alert was sent. A last day
 * on a Saturday, a Sunday or a public holiday moves to the next working day.
 */
export function appealDeadline(sentDate: LocalDate, days: number): LocalDate {
	return nextWorkingDay(addDays(sentDate, days))
}

/**
 * When a letter on paper has reached its reader: the date that an officer recorded, else the third working day after it was
 * posted.
 *
 * @internal
 */
export function reachedOnPaper(posted: LocalDate, recorded: LocalDate | null): LocalDate {
	if (recorded !== null) return recorded
	let day = posted
	for (let count = 0; count < 3; count++) day = nextWorkingDay(addDays(day, 1))
	return day
}

export interface AppealClock {
	/** When the letter reached the party. */
	reached: LocalDate
	days: number
	/** When fuller reasons were asked for and when they were given; null while they are not. */
	fullerReasons: { asked: LocalDate; given: LocalDate | null } | null
	/** The last day that an officer granted instead, asked for in time. */
	extendedTo: LocalDate | null
}

/**
 * The last day to appeal with all that may move it; null while the clock stands, because fuller reasons are awaited. What was
 * left of the days when they were asked for begins anew when they are given. An extension never shortens.
 *
 * @internal
 */
export function lastAppealDay({ reached, days, fullerReasons, extendedTo }: AppealClock): LocalDate | null {
	const plain = appealDeadline(reached, days)
	const isStopped = fullerReasons !== null && fullerReasons.asked <= plain
	if (isStopped && fullerReasons.given === null) return null
	const counted =
		isStopped && fullerReasons.given !== null
			? appealDeadline(fullerReasons.given, Math.max(days - daysBetween(reached, fullerReasons.asked), 0))
			: plain
	return extendedTo !== null && extendedTo > counted ? nextWorkingDay(extendedTo) : counted
}
