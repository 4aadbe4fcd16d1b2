import type { Policy } from '#app/domain/policy.ts'
import type { Random } from '../random.ts'

const hourMs = 3_600_000

/** Some time when a visit could be booked: within the horizon, with the notice, and not in the future. */
export function createdBefore(start: Date, policy: Policy, now: Date, random: Random): Date {
	const { maxDaysAhead, minNoticeHours } = policy
	const earliest = new Date(start.getTime() - (maxDaysAhead - 1) * 24 * hourMs)
	const latest = new Date(Math.min(start.getTime() - (minNoticeHours + 1) * hourMs, now.getTime() - hourMs))
	return earliest < latest ? between(earliest, latest, random) : latest
}

/** Some instant between two. */
export function between(from: Date, to: Date, random: Random): Date {
	return new Date(Math.floor(from.getTime() + random.next() * (to.getTime() - from.getTime())))
}
