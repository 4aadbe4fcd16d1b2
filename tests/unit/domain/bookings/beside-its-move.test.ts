import { expect, it } from 'vitest'
import { besideItsMove } from '#app/domain/bookings/beside-its-move.ts'
import { oslo, span } from '../support/builders.ts'

const at = (from: string, to: string, roomId: string | null = null, blockedUntil = to) => ({
	...span(from, to),
	...{ roomId, blockedUntil: oslo(blockedUntil) },
})
const visit = at('2026-11-26T12:00', '2026-11-26T13:00')

it('stands against a move onto its own time, and not beside it', () => {
	expect(besideItsMove(visit, at('2026-11-26T12:59', '2026-11-26T14:00'))?.code).toBe('prisoner-already-booked')
	expect(besideItsMove(visit, at('2026-11-26T13:00', '2026-11-26T14:00'))).toBeNull()
})

it("stands against a move into the same room's turn-around, before and after", () => {
	const stay = at('2026-11-26T12:00', '2026-11-26T15:00', 'R1', '2026-11-26T16:00')
	expect(besideItsMove(stay, at('2026-11-26T15:30', '2026-11-26T18:00', 'R1'))?.code).toBe('room-taken')
	expect(besideItsMove(stay, at('2026-11-26T09:00', '2026-11-26T11:30', 'R1', '2026-11-26T12:30'))?.code).toBe(
		'room-taken',
	)
	expect(besideItsMove(stay, at('2026-11-26T16:00', '2026-11-26T18:00', 'R1'))).toBeNull()
	expect(besideItsMove(stay, at('2026-11-26T15:30', '2026-11-26T18:00', 'R2'))).toBeNull()
})
