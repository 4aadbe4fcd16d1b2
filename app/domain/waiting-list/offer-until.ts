// Practice: an offer is kept long enough to be read, and never past the notice that the prison needs.
import { addDays, instantOf, localDate, localTime } from '../calendar/oslo.ts'
import type { Policy } from '../policy.ts'

const quiet = { from: '21:00', until: '08:00' }
const morning = '09:00'

/**
 * Until when a place is kept for a waiting-list entry; null when there is no time left in which it could be taken. None runs out
 * between 21:00 and 08:00: it is kept until 09:00, or until the notice that the prison needs where that comes first.
 */
export function offerUntil(start: Date, policy: Pick<Policy, 'offerHours' | 'minNoticeHours'>, now: Date): Date | null {
	const hours = (count: number) => count * 3_600_000
	const bound = start.getTime() - hours(policy.minNoticeHours)
	const kept = afterTheNight(new Date(now.getTime() + hours(policy.offerHours))).getTime()
	const until = Math.min(policy.offerHours === 0 ? now.getTime() : kept, bound)
	return until > now.getTime() ? new Date(until) : null
}

function afterTheNight(until: Date): Date {
	const [date, time] = [localDate(until), localTime(until)]
	if (time >= quiet.from) return instantOf(addDays(date, 1), morning)
	return time < quiet.until ? instantOf(date, morning) : until
}
