// Practice: some prisons count hours in the month (Bergen: five).
import { localDate, monthOf } from '../calendar/oslo.ts'
import { refusal } from '../refusals.ts'
import { countedAs, countedBookings, isVideo } from './family-quota.ts'
import { perVisit } from './per-visit.ts'
import type { BookingRule } from './rule.ts'
import { trackOf } from './rule-input.ts'
import { elapsedHours, firstDay } from './visit-day.ts'

/**
 * Stands, where `hoursPerMonth` is set, when this visit's real hours and those of the prisoner's counted family bookings that
 * start in the same local calendar month would pass it. Video counts for nothing here. The official track has no limit.
 */
export const monthlyHoursLimit: BookingRule = ({ visit, venue }, policy, now) => {
	if (policy.hoursPerMonth === null || trackOf(visit) === 'official' || isVideo(venue)) return null
	const booked = [
		...(hoursByMonth(visit, now)
			.get(monthOf(firstDay(venue)))
			?.values() ?? []),
	]
	const hours = booked.reduce((sum, one) => sum + one, elapsedHours(venue))
	return hours > policy.hoursPerMonth ? refusal('monthly-hours-limit') : null
}

/** By month, the hours of each visit that counts; of a visit and a request to move it, the longer. */
const hoursByMonth = perVisit((visit, now: Date) => {
	const months = new Map<string, Map<string, number>>()
	for (const other of countedBookings(visit, now, 'presence')) {
		const key = monthOf(localDate(other.start))
		const month = months.get(key) ?? new Map<string, number>()
		month.set(countedAs(other), Math.max(month.get(countedAs(other)) ?? 0, elapsedHours(other)))
		months.set(key, month)
	}
	return months
})
