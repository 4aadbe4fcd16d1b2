import { describe, expect, it } from 'vitest'
import { stayLength } from '#app/domain/bookings/stay-length.ts'
import { codeOf, roomPlace, sessionPlace, span } from '../support/builders.ts'

describe('stay-length', () => {
	const stay = (from: string, to: string, minHours: number, maxHours: number) => ({
		venue: roomPlace({ minHours, maxHours }, span(from, to)),
	})

	it('allows the shortest and the longest stay, and nothing beyond', () => {
		expect(codeOf(stayLength, stay('2026-11-26T10:00', '2026-11-26T12:00', 2, 4))).toBeNull()
		expect(codeOf(stayLength, stay('2026-11-26T10:00', '2026-11-26T11:59', 2, 4))).toBe('stay-length')
		expect(codeOf(stayLength, stay('2026-11-26T10:00', '2026-11-26T14:00', 2, 4))).toBeNull()
		expect(codeOf(stayLength, stay('2026-11-26T10:00', '2026-11-26T14:01', 2, 4))).toBe('stay-length')
	})
	it('counts a day with a clock change as 23 or 25 hours', () => {
		expect(codeOf(stayLength, stay('2027-03-27T18:00', '2027-03-28T18:00', 24, 24))).toBe('stay-length')
		expect(codeOf(stayLength, stay('2027-03-27T18:00', '2027-03-28T18:00', 23, 23))).toBeNull()
		expect(codeOf(stayLength, stay('2026-10-24T18:00', '2026-10-25T18:00', 1, 24))).toBe('stay-length')
		expect(codeOf(stayLength, stay('2026-10-24T18:00', '2026-10-25T17:00', 24, 24))).toBeNull()
	})
	it('says nothing about a session', () => {
		expect(codeOf(stayLength, { venue: sessionPlace(span('2026-11-26T12:00', '2026-11-28T12:00')) })).toBeNull()
	})
})
