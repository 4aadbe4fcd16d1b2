// Practice: video comes beside visits and never instead of them, so it has a quota of its own.
import { type IsoWeek, isoWeek, localDate } from '../calendar/oslo.ts'
import { refusal } from '../refusals.ts'
import { countedAs, countedBookings, isVideo } from './family-quota.ts'
import { perVisit } from './per-visit.ts'
import type { BookingRule } from './rule.ts'
import { trackOf } from './rule-input.ts'
import { firstDay } from './visit-day.ts'

/**
 * Stands when it is a video visit, and the prisoner's other family video visits that start in the same ISO week reach
 * `videoPerWeek`. The official track has no limit.
 */
export const weeklyVideoLimit: BookingRule = ({ visit, venue }, policy, now) => {
	if (!isVideo(venue) || trackOf(visit) === 'official') return null
	const counted = videoByWeek(visit, now).get(isoWeek(firstDay(venue)))?.size ?? 0
	return counted >= policy.videoPerWeek ? refusal('weekly-video-limit') : null
}

const videoByWeek = perVisit((visit, now: Date) => {
	const weeks = new Map<IsoWeek, Set<string>>()
	for (const other of countedBookings(visit, now, 'video')) {
		const week = isoWeek(localDate(other.start))
		weeks.set(week, (weeks.get(week) ?? new Set<string>()).add(countedAs(other)))
	}
	return weeks
})
