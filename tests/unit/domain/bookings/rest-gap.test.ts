import { describe, expect, it } from 'vitest'
import { restGap } from '#app/domain/bookings/rest-gap.ts'
import { codeOf, oslo, otherBooking, roomPlace, sessionPlace, span, visit } from '../support/builders.ts'

describe('rest-gap', () => {
	const beside = (from: string, to: string, changes: Parameters<typeof otherBooking>[0] = {}) => ({
		visit: visit({ bookings: [otherBooking({ roomId: 'R2', area: 'R2', ...span(from, to), ...changes })] }),
		venue: roomPlace({}, span('2026-11-26T10:00', '2026-11-27T10:00')),
	})

	it('is silent for the first stay', () => {
		expect(codeOf(restGap, { venue: roomPlace() })).toBeNull()
	})
	it('counts local days from the end of the stay before', () => {
		expect(codeOf(restGap, beside('2026-10-26T10:00', '2026-10-27T23:00'))).toBeNull()
		expect(codeOf(restGap, beside('2026-10-27T10:00', '2026-10-28T01:00'))).toBe('rest-gap')
	})
	it('takes a stay that ended at midnight to have ended on the day before', () => {
		expect(codeOf(restGap, beside('2026-10-27T10:00', '2026-10-28T00:00'))).toBeNull()
	})
	it('counts local days to the start of the next stay', () => {
		expect(codeOf(restGap, beside('2026-12-27T00:00', '2026-12-27T10:00'))).toBeNull()
		expect(codeOf(restGap, beside('2026-12-26T23:00', '2026-12-27T10:00'))).toBe('rest-gap')
	})
	it("follows the facility's own number of days", () => {
		expect(codeOf(restGap, beside('2026-11-24T10:00', '2026-11-25T10:00'), { restDaysBetweenStays: 1 })).toBeNull()
		expect(codeOf(restGap, beside('2026-11-24T10:00', '2026-11-25T10:00'), { restDaysBetweenStays: 2 })).toBe(
			'rest-gap',
		)
		expect(codeOf(restGap, beside('2026-11-25T10:00', '2026-11-26T09:00'), { restDaysBetweenStays: 0 })).toBeNull()
	})
	it('counts live and completed stays, and not those that came to nothing', () => {
		const stay = (changes: Parameters<typeof otherBooking>[0]) =>
			beside('2026-11-20T10:00', '2026-11-21T10:00', changes)
		expect(codeOf(restGap, stay({ state: 'completed' }))).toBe('rest-gap')
		expect(codeOf(restGap, stay({ state: 'requested' }))).toBe('rest-gap')
		expect(codeOf(restGap, stay({ state: 'held', holdUntil: oslo('2026-11-23T09:05') }))).toBe('rest-gap')
		expect(codeOf(restGap, stay({ state: 'held', holdUntil: oslo('2026-11-23T08:55') }))).toBeNull()
		for (const state of ['cancelled', 'declined', 'lapsed', 'expired', 'no-show', 'turned-away'] as const) {
			expect(codeOf(restGap, stay({ state }))).toBeNull()
		}
	})
	it("counts rooms of any kind, sessions never, and this prisoner's only", () => {
		expect(codeOf(restGap, beside('2026-11-20T10:00', '2026-11-20T12:00', { roomId: 'play-room' }))).toBe('rest-gap')
		expect(codeOf(restGap, beside('2026-11-20T10:00', '2026-11-20T12:00', { roomId: null }))).toBeNull()
		expect(codeOf(restGap, beside('2026-11-20T10:00', '2026-11-20T12:00', { prisonerId: 'P2' }))).toBeNull()
		expect(codeOf(restGap, { ...beside('2026-11-20T10:00', '2026-11-20T12:00'), venue: sessionPlace() })).toBeNull()
	})
})
