import type { Span } from '../calendar/span.ts'
import type { Room } from './room.ts'

/**
 * The stretches of a span in which a room stands free, with its turn-around kept after each reservation and before the next:
 * what a plan of the room shows. What a family can have of it is for the rules to say.
 */
export function freeRanges(
	{ reservations, turnaroundMinutes }: Pick<Room, 'reservations' | 'turnaroundMinutes'>,
	within: Span,
): Span[] {
	const turnaround = turnaroundMinutes * 60_000
	const free: Span[] = []
	let from = within.start
	for (const { start, end } of [...reservations].sort((a, b) => a.start.getTime() - b.start.getTime())) {
		const until = new Date(Math.min(start.getTime() - turnaround, within.end.getTime()))
		if (until > from) free.push({ start: from, end: until })
		from = new Date(Math.max(from.getTime(), end.getTime() + turnaround))
	}
	if (within.end > from) free.push({ start: from, end: within.end })
	return free
}
