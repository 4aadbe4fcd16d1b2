// Practice: the Act sets no number; about one visit a week in closed prisons, and one more for own children (its § 3).
import { type IsoWeek, isoWeek, localDate } from '../calendar/oslo.ts'
import { refusal } from '../refusals.ts'
import { isCounted } from './booking.ts'
import { isAdultOn } from './party.ts'
import { perVisit } from './per-visit.ts'
import type { BookingRule } from './rule.ts'
import { trackOf, type Visit } from './rule-input.ts'
import { firstDay } from './visit-day.ts'

/**
 * Stands when the prisoner's family bookings that start in the same ISO week (Monday to Sunday, local dates) reach
 * `visitsPerWeek`; a party with a child of the prisoner below 18 has `extraChildVisits` more. A room counts as one visit. Live
 * bookings count, and those that were held, missed or turned away; cancelled ones do not. The official track has no limit.
 */
export const weeklyVisitLimit: BookingRule = ({ visit, venue }, policy, now) => {
	if (trackOf(visit) === 'official') return null
	const day = firstDay(venue)
	const counted = visitsByWeek(visit, now).get(isoWeek(day)) ?? 0
	const limit = policy.visitsPerWeek + (hasOwnChild(visit, day) ? policy.extraChildVisits : 0)
	return counted >= limit ? refusal('weekly-visit-limit') : null
}

const visitsByWeek = perVisit((visit, now: Date) => {
	const weeks = new Map<IsoWeek, number>()
	for (const other of visit.bookings) {
		if (other.prisonerId !== visit.prisoner.id || other.track !== 'family' || !isCounted(other, now)) continue
		const week = isoWeek(localDate(other.start))
		weeks.set(week, (weeks.get(week) ?? 0) + 1)
	}
	return weeks
})

function hasOwnChild(visit: Visit, day: string): boolean {
	return visit.party.some((member) => member.permit?.relationship === 'child' && !isAdultOn(member, day))
}
