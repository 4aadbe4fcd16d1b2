// Practice: the prison needs notice to prepare a visit.
import { refusal } from '../refusals.ts'
import type { BookingRule } from './rule.ts'

/** Stands when fewer than `minNoticeHours` real hours are left before the start, or the visit has started. */
export const tooSoon: BookingRule = ({ venue }, policy, now) => {
	const left = venue.start.getTime() - now.getTime()
	return left <= 0 || left < policy.minNoticeHours * 3_600_000 ? refusal('too-soon') : null
}
