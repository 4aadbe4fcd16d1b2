import { describe, expect, it } from 'vitest'
import { holdExpired } from '#app/domain/bookings/hold-expired.ts'
import { codeOf, otherBooking, roomPlace, sessionPlace, span, visit } from '../support/builders.ts'

describe('hold-expired', () => {
	const gone = sessionPlace({ groups: 1, taken: { groups: 1, people: 2 } })

	it('is silent for a hold that ran out when the place is still free', () => {
		expect(codeOf(holdExpired, { holdRanOut: true })).toBeNull()
	})
	it('is silent for what was no hold', () => {
		expect(codeOf(holdExpired, { venue: gone })).toBeNull()
	})
	it('stands when the session has filled up meanwhile', () => {
		expect(codeOf(holdExpired, { holdRanOut: true, venue: gone })).toBe('hold-expired')
	})
	it('stands when the room was taken meanwhile', () => {
		const venue = roomPlace({ reservations: [span('2026-11-26T11:00', '2026-11-26T12:00')] })
		expect(codeOf(holdExpired, { holdRanOut: true, venue })).toBe('hold-expired')
	})
	it('stands when the prisoner or a visitor was booked meanwhile', () => {
		expect(
			codeOf(holdExpired, { holdRanOut: true, visit: visit({ bookings: [otherBooking({ visitorIds: ['Per'] })] }) }),
		).toBe('hold-expired')
		expect(
			codeOf(holdExpired, { holdRanOut: true, visit: visit({ bookings: [otherBooking({ prisonerId: 'P2' })] }) }),
		).toBe('hold-expired')
	})
})
