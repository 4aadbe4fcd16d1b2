// Practice: the Act sets no number; about one visit a week in closed prisons, and one more for own children (its § 3).
import { type IsoWeek, isoWeek, type LocalDate, localDate } from '../calendar/oslo.ts'
import { refusal } from '../refusals.ts'
import { countedAs, countedBookings, isVideo } from './family-quota.ts'
import { isAdultOn } from './party.ts'
import { perVisit } from './per-visit.ts'
import type { BookingRule } from './rule.ts'
import { trackOf, type Visit } from './rule-input.ts'
import { firstDay } from './visit-day.ts'

/**
 * Stands when the prisoner's family bookings that start in one ISO week (Monday to Sunday, local dates), this visit among them,
 * would be more than `visitsPerWeek`. Of those whose party has a child of the prisoner below 18, as many as `extraChildVisits` are
 * left out of the count, whichever was booked first. A room counts as one visit. Live bookings count, and those that were held,
 * missed or turned away; cancelled ones do not, nor does video. The official track has no limit.
 */
export const weeklyVisitLimit: BookingRule = ({ visit, venue }, policy, now) => {
	if (trackOf(visit) === 'official' || isVideo(venue)) return null
	const day = firstDay(venue)
	const others = visitsByWeek(visit, now).get(isoWeek(day)) ?? new Map<string, boolean>()
	const withOwnChild = [...others.values(), hasOwnChild(visit, day)].filter(Boolean).length
	const counted = others.size + 1 - Math.min(withOwnChild, policy.extraChildVisits)
	return counted > policy.visitsPerWeek ? refusal('weekly-visit-limit') : null
}

/** By week, the visits that count, each with whether a child of the prisoner comes along. */
const visitsByWeek = perVisit((visit, now: Date) => {
	const weeks = new Map<IsoWeek, Map<string, boolean>>()
	for (const other of countedBookings(visit, now, 'presence')) {
		const day = localDate(other.start)
		const week = weeks.get(isoWeek(day)) ?? new Map<string, boolean>()
		week.set(countedAs(other), week.get(countedAs(other)) === true || hasChildOn(other.ownChildrenBorn, day))
		weeks.set(isoWeek(day), week)
	}
	return weeks
})

function hasOwnChild(visit: Visit, day: LocalDate): boolean {
	const own = visit.party.filter((member) => member.permit?.relationship === 'child')
	return hasChildOn(
		own.map(({ born }) => born),
		day,
	)
}

function hasChildOn(born: readonly LocalDate[], day: LocalDate): boolean {
	return born.some((date) => !isAdultOn({ born: date }, day))
}
