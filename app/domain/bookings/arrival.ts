import type { Policy } from '../policy.ts'

/** When to be there, and from when on one may be turned away for being late. */
export function arrival(
	start: Date,
	policy: Pick<Policy, 'arriveBeforeMinutes' | 'lateRejectMinutes'>,
): { comeBy: Date; tooLateFrom: Date } {
	const minutes = (count: number) => new Date(start.getTime() + count * 60_000)
	return { comeBy: minutes(-policy.arriveBeforeMinutes), tooLateFrom: minutes(policy.lateRejectMinutes) }
}
