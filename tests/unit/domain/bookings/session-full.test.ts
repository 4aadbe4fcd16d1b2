import { describe, expect, it } from 'vitest'
import { sessionFull } from '#app/domain/bookings/session-full.ts'
import { child, codeOf, member, roomPlace, sessionPlace, visit } from '../support/builders.ts'

describe('session-full', () => {
	const full = (groups: number, taken: { groups: number; people: number }, people: number | null = null) => ({
		visit: visit({ party: [member('Kari'), child('Emil'), member('Kari')] }),
		venue: sessionPlace({ groups, taken, people }),
	})

	it('takes the last place and not one more', () => {
		expect(codeOf(sessionFull, full(4, { groups: 3, people: 9 }))).toBeNull()
		expect(codeOf(sessionFull, full(4, { groups: 4, people: 9 }))).toBe('session-full')
	})
	it('counts the persons of the party, each once, where people are counted', () => {
		expect(codeOf(sessionFull, full(4, { groups: 1, people: 6 }, 8))).toBeNull()
		expect(codeOf(sessionFull, full(4, { groups: 1, people: 7 }, 8))).toBe('session-full')
	})
	it('stands when an officer has given more places than there are', () => {
		expect(codeOf(sessionFull, full(4, { groups: 6, people: 9 }))).toBe('session-full')
	})
	it('says nothing about a room', () => {
		expect(codeOf(sessionFull, { venue: roomPlace() })).toBeNull()
	})
})
