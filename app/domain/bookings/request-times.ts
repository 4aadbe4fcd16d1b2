// forvaltningsloven § 11 a: an answer without undue delay. A family must know in time whether to travel.
import type { Policy } from '../policy.ts'

const hour = 3_600_000

/**
 * When a request that nobody has answered lapses: `requestLapseHours` before its start, in real hours; at its start where it was
 * made later than that.
 */
export function requestLapsesAt(start: Date, requestedAt: Date, policy: Pick<Policy, 'requestLapseHours'>): Date {
	const early = new Date(start.getTime() - policy.requestLapseHours * hour)
	return requestedAt < early ? early : start
}

/** From when on a request that still waits is late: `requestTargetHours` after it was made. */
export function requestLateFrom(requestedAt: Date, policy: Pick<Policy, 'requestTargetHours'>): Date {
	return new Date(requestedAt.getTime() + policy.requestTargetHours * hour)
}
