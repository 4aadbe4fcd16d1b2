import { describe, expect, it } from 'vitest'
import { providedBy, trackOf } from '#app/domain/bookings/rule-input.ts'
import { counsel, member, roomPlace, sessionPlace, visit } from '../support/builders.ts'

describe('trackOf', () => {
	it('is official when everyone comes on the official track', () => {
		expect(trackOf(visit({ party: [counsel('Lise'), counsel('Per')] }))).toBe('official')
	})
	it("is the family's for a mixed party, for someone without a permit, and for an empty party", () => {
		expect(trackOf(visit({ party: [counsel('Lise'), member('Kari')] }))).toBe('family')
		expect(trackOf(visit({ party: [counsel('Lise'), member('Kari', { permit: null })] }))).toBe('family')
		expect(trackOf(visit({ party: [] }))).toBe('family')
	})
})

describe('providedBy', () => {
	it("reads the session's or the room's controls", () => {
		expect(providedBy(sessionPlace({ provides: ['glass'] }))).toEqual(['glass'])
		expect(providedBy(roomPlace({ provides: ['language'] }))).toEqual(['language'])
	})
})
