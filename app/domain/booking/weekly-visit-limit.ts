// Practice: the Act sets no number; about one visit a week in closed prisons, and one more for own children (its § 3).
import { isoWeek, localDate } from '../calendar/oslo.ts'
import { refusal } from '../refusals.ts'
import { trackOf, type Visit } from './asked.ts'
import { isCounted } from './booking.ts'
import { isAdultOn } from './party.ts'
import type { BookingRule } from './rule.ts'
import { firstDay } from './visit-day.ts'

/**
 * Stands when the prisoner's family bookings that start in the same ISO week (Monday to Sunday, local dates) reach
 * `visitsPerWeek`; a party with a child of the prisoner below 18 has `extraChildVisits` more. A room counts as one visit. Live
 * bookings count, and those that were held, missed or turned away; cancelled ones do not. The official track has no limit.
 */
export const weeklyVisitLimit: BookingRule = ({ visit, place }, policy, now) => {
	if (trackOf(visit) === 'official') return null
	const day = firstDay(place)
	const week = isoWeek(day)
	const counted = visit.bookings.filter(
		(other) =>
			other.prisonerId === visit.prisoner.id &&
			other.track === 'family' &&
			isCounted(other, now) &&
			isoWeek(localDate(other.start)) === week,
	)
	const limit = policy.visitsPerWeek + (hasOwnChild(visit, day) ? policy.extraChildVisits : 0)
	return counted.length >= limit ? refusal('weekly-visit-limit') : null
}

function hasOwnChild(visit: Visit, day: string): boolean {
	return visit.party.some((member) => member.permit?.relationship === 'child' && !isAdultOn(member, day))
}
