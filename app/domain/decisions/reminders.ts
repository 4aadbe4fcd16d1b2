// EForvaltningsforskriften § 8 asks for one alert after a week; a seven-day appeal would be over by then.
import { sameTimeAfter } from './bounds.ts'

/** Days after it was sent when an unopened letter is alerted to again, by the clock on the wall. */
export const reminderDays = [2, 5, 7] as const

/** When the next alert is due after so many were sent; null after the last. */
export function nextReminder(sent: Date, count: number): Date | null {
	const days = reminderDays[count]
	return days === undefined ? null : sameTimeAfter(sent, days)
}
