// Practice: some prisons count hours in the month (Bergen: five).
import { localDate, monthOf } from '../calendar/oslo.ts'
import { refusal } from '../refusals.ts'
import { isCounted } from './booking.ts'
import { perVisit } from './per-visit.ts'
import type { BookingRule } from './rule.ts'
import { trackOf } from './rule-input.ts'
import { elapsedHours, firstDay } from './visit-day.ts'

/**
 * Stands, where `hoursPerMonth` is set, when this visit's real hours and those of the prisoner's counted family bookings that
 * start in the same local calendar month would pass it. The official track has no limit.
 */
export const monthlyHoursLimit: BookingRule = ({ visit, venue }, policy, now) => {
	if (policy.hoursPerMonth === null || trackOf(visit) === 'official') return null
	const booked = hoursByMonth(visit, now).get(monthOf(firstDay(venue))) ?? 0
	return booked + elapsedHours(venue) > policy.hoursPerMonth ? refusal('monthly-hours-limit') : null
}

const hoursByMonth = perVisit((visit, now: Date) => {
	const months = new Map<string, number>()
	for (const other of visit.bookings) {
		if (other.prisonerId !== visit.prisoner.id || other.track !== 'family' || !isCounted(other, now)) continue
		const month = monthOf(localDate(other.start))
		months.set(month, (months.get(month) ?? 0) + elapsedHours(other))
	}
	return months
})
