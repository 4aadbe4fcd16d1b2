import { describe, expect, it } from 'vitest'
import { roomTaken } from '#app/domain/bookings/room-taken.ts'
import { codeOf, roomPlace, sessionPlace, span } from '../support/builders.ts'

describe('room-taken', () => {
	const reserved = (from: string, to: string) => ({ venue: roomPlace({ reservations: [span(from, to)] }) })

	it('is silent when nobody has the room', () => {
		expect(codeOf(roomTaken, { venue: roomPlace() })).toBeNull()
	})
	it('stands when another has it then', () => {
		expect(codeOf(roomTaken, reserved('2026-11-26T11:00', '2026-11-26T12:00'))).toBe('room-taken')
	})
	it('keeps the turn-around free before and after', () => {
		expect(codeOf(roomTaken, reserved('2026-11-26T07:00', '2026-11-26T09:00'))).toBeNull()
		expect(codeOf(roomTaken, reserved('2026-11-26T07:00', '2026-11-26T09:01'))).toBe('room-taken')
		expect(codeOf(roomTaken, reserved('2026-11-26T14:00', '2026-11-26T16:00'))).toBeNull()
		expect(codeOf(roomTaken, reserved('2026-11-26T13:59', '2026-11-26T16:00'))).toBe('room-taken')
	})
	it('says nothing about a session', () => {
		expect(codeOf(roomTaken, { venue: sessionPlace() })).toBeNull()
	})
})
