import { instantOf, type LocalDate } from '../calendar/oslo.ts'
import type { Span } from '../calendar/span.ts'

/**
 * When a session is held that begins at a wall time in Oslo: the wall time is kept across both clock changes, and the length
 * is in real minutes.
 */
export function sessionTimes(date: LocalDate, startTime: string, minutes: number): Span {
	const start = instantOf(date, startTime)
	return { start, end: new Date(start.getTime() + minutes * 60_000) }
}
