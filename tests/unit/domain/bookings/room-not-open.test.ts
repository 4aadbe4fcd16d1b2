import { describe, expect, it } from 'vitest'
import { roomNotOpen } from '#app/domain/bookings/room-not-open.ts'
import { child, codeOf, member, roomPlace, sessionPlace, span, visit } from '../support/builders.ts'

describe('room-not-open', () => {
	const hours = { opens: '10:00', closes: '18:00' }
	const range = (from: string, to: string, changes: Parameters<typeof roomPlace>[0] = {}) => ({
		venue: roomPlace({ ...hours, ...changes }, span(from, to)),
	})

	it('is silent for a room that is for all and never closes', () => {
		expect(codeOf(roomNotOpen, { venue: roomPlace() })).toBeNull()
		expect(
			codeOf(roomNotOpen, { venue: roomPlace({ kind: 'play-room' }, span('2026-11-26T22:00', '2026-11-27T02:00')) }),
		).toBeNull()
	})
	it('stands when the room is for another unit, level or status', () => {
		expect(codeOf(roomNotOpen, { venue: roomPlace({ units: ['B'] }) })).toBe('room-not-open')
		expect(codeOf(roomNotOpen, { venue: roomPlace({ securityLevels: ['low'] }) })).toBe('room-not-open')
		expect(codeOf(roomNotOpen, { venue: roomPlace({ legalStatuses: ['remand'] }) })).toBe('room-not-open')
	})
	it('opens and closes on the minute', () => {
		expect(codeOf(roomNotOpen, range('2026-11-26T10:00', '2026-11-26T18:00'))).toBeNull()
		expect(codeOf(roomNotOpen, range('2026-11-26T09:59', '2026-11-26T18:00'))).toBe('room-not-open')
		expect(codeOf(roomNotOpen, range('2026-11-26T10:00', '2026-11-26T18:01'))).toBe('room-not-open')
	})
	it('binds on the one side where only that one is set', () => {
		const evening = { opens: '00:00', closes: '18:00' }
		expect(codeOf(roomNotOpen, range('2026-11-26T02:00', '2026-11-26T18:00', evening))).toBeNull()
		expect(codeOf(roomNotOpen, range('2026-11-26T17:00', '2026-11-26T18:01', evening))).toBe('room-not-open')
		const morning = { opens: '10:00', closes: '24:00' }
		expect(codeOf(roomNotOpen, range('2026-11-26T09:59', '2026-11-26T23:00', morning))).toBe('room-not-open')
	})
	it('lets any room be used within the hours of one day', () => {
		expect(codeOf(roomNotOpen, range('2026-11-26T10:00', '2026-11-26T18:00', { kind: 'play-room' }))).toBeNull()
	})
	it('reads an end at midnight as the end of the day', () => {
		expect(codeOf(roomNotOpen, range('2026-11-26T20:00', '2026-11-27T00:00', { closes: '24:00' }))).toBeNull()
		expect(codeOf(roomNotOpen, range('2026-11-26T10:00', '2026-11-27T00:00'))).toBe('room-not-open')
	})
	it('lets a stay over night begin and end within the hours', () => {
		expect(codeOf(roomNotOpen, range('2026-11-26T17:00', '2026-11-27T11:00'))).toBeNull()
		expect(codeOf(roomNotOpen, range('2026-11-26T18:01', '2026-11-27T11:00'))).toBe('room-not-open')
		expect(codeOf(roomNotOpen, range('2026-11-26T17:00', '2026-11-27T09:59'))).toBe('room-not-open')
		expect(codeOf(roomNotOpen, range('2026-11-26T09:00', '2026-11-27T11:00'))).toBe('room-not-open')
	})
	it('lets nobody stay the night in a room that is not for it and closes', () => {
		expect(codeOf(roomNotOpen, range('2026-11-26T17:00', '2026-11-27T11:00', { kind: 'family-room' }))).toBe(
			'room-not-open',
		)
		expect(codeOf(roomNotOpen, range('2026-11-26T17:00', '2026-11-27T11:00', { kind: 'visiting-flat' }))).toBeNull()
	})
	it("asks for every consent that a child's stay needs, and for none when all are adults", () => {
		const venue = roomPlace({ needsConsents: ['guardian', 'children-officer'] })
		const family = visit({ party: [member('Kari'), child('Emil')] })
		expect(codeOf(roomNotOpen, { venue, visit: family })).toBe('room-not-open')
		expect(codeOf(roomNotOpen, { venue, visit: { ...family, consents: ['guardian'] } })).toBe('room-not-open')
		expect(codeOf(roomNotOpen, { venue, visit: { ...family, consents: ['guardian', 'children-officer'] } })).toBeNull()
		expect(codeOf(roomNotOpen, { venue })).toBeNull()
	})
	it('says nothing about a session', () => {
		expect(codeOf(roomNotOpen, { venue: sessionPlace({ units: ['B'] }) })).toBeNull()
	})
})
