import type { Refusal, RefusalCode } from '../refusals.ts'

const codes: readonly RefusalCode[] = [
	'session-full',
	'room-taken',
	'prisoner-already-booked',
	'visitor-already-booked',
]

/** Those of a visit's standing refusals which say that the place it had given up has gone to others. */
export function placeGone(remaining: readonly Refusal[]): Refusal[] {
	return remaining.filter(({ code }) => codes.includes(code))
}
