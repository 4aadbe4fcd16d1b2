// Practice: a record that is wrong must be mended while those who saw it remember, and nobody is missed before they are late.
import { addDays, instantOf, localDate, localTime } from '../calendar/oslo.ts'
import type { Span } from '../calendar/span.ts'
import type { Policy } from '../policy.ts'
import { arrival } from './arrival.ts'

/** From when on it may be recorded that nobody came: `lateRejectMinutes` after the start. */
export function noShowFrom({ start }: Span, policy: Pick<Policy, 'arriveBeforeMinutes' | 'lateRejectMinutes'>): Date {
	return arrival(start, policy).tooLateFrom
}

/** Until when what happened may be recorded and corrected: `recordDays` after the end, at the same time of the day. */
export function recordUntil({ end }: Span, policy: Pick<Policy, 'recordDays'>): Date {
	return instantOf(addDays(localDate(end), policy.recordDays), localTime(end))
}

/** The end after which a visit may still be recorded now. */
export function recordedSince(now: Date, policy: Pick<Policy, 'recordDays'>): Date {
	return instantOf(addDays(localDate(now), -policy.recordDays), localTime(now))
}
