// Practice: a visit that was booked weeks ago is not forgotten, and nobody is woken by it.
import { addDays, instantOf, localDate, localTime } from '../calendar/oslo.ts'

const reminders = [
	{ daysBefore: 7, time: '09:00' },
	{ daysBefore: 2, time: '09:00' },
	{ daysBefore: 0, time: '07:00' },
]
/** After this no reminder goes out any more that day. */
const night = '21:00'

function remindersOf(start: Date): Date[] {
	const day = localDate(start)
	const all = reminders.map(({ daysBefore, time }) => instantOf(addDays(day, -daysBefore), time))
	return all.filter((reminder) => reminder < start)
}

/** When a visit is next reminded of, after it was confirmed or moved, or after the last reminder; null when it is not again. */
export function nextReminder(start: Date, after: Date): Date | null {
	return remindersOf(start).find((reminder) => reminder > after) ?? null
}

/**
 * Whether a reminder that fell due at `remindAt`, or one that fell due since, is still to go out. What was missed on an earlier
 * day, as when the worker stood still, is not made up for.
 */
export function isReminderDue(start: Date, remindAt: Date, now: Date): boolean {
	if (now >= start || localTime(now) >= night) return false
	return remindersOf(start).some(
		(reminder) => remindAt <= reminder && reminder <= now && localDate(reminder) === localDate(now),
	)
}
