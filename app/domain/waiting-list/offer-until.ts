// Practice: an offer is kept long enough to be read, and never past the notice that the prison needs.
import type { Policy } from '../policy.ts'

/** Until when a place is kept for a waiting-list entry; null when there is no time left in which it could be taken. */
export function offerUntil(start: Date, policy: Pick<Policy, 'offerHours' | 'minNoticeHours'>, now: Date): Date | null {
	const hours = (count: number) => count * 3_600_000
	const until = Math.min(now.getTime() + hours(policy.offerHours), start.getTime() - hours(policy.minNoticeHours))
	return until > now.getTime() ? new Date(until) : null
}
