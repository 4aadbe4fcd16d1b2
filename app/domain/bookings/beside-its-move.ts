// Practice: a visit stands until its move is answered, so both must have room until then.
import { overlaps, type Span } from '../calendar/span.ts'
import { type Refusal, refusal } from '../refusals.ts'

export interface TakenPlace extends Span {
	roomId: string | null
	/** The end, with a room's turn-around. */
	blockedUntil: Date
}

/** What stands against a visit and the request to move it side by side; null when nothing does. */
export function besideItsMove(visit: TakenPlace, move: TakenPlace): Refusal | null {
	if (overlaps(visit, move)) return refusal('prisoner-already-booked')
	const isSameRoom = move.roomId !== null && move.roomId === visit.roomId
	return isSameRoom && overlaps(blocked(visit), blocked(move)) ? refusal('room-taken') : null
}

const blocked = ({ start, blockedUntil }: TakenPlace): Span => ({ start, end: blockedUntil })
