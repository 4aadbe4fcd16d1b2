import { describe, expect, it } from 'vitest'
import {
	isSameParty,
	liftsThatHold,
	mayBeLeft,
	partyDifference,
	partySize,
	refusalsOfParty,
} from '#app/domain/bookings/party-change.ts'
import { refusal } from '#app/domain/refusals.ts'

const on = '2026-11-26'
const adult = { visitorId: 'kari', born: '1988-04-02' }
const young = { visitorId: 'ung', born: '2010-01-01' }
const size = (people: number, adults: number) => ({ people, adults })

describe('a change of the party', () => {
	it('says who joins and who leaves', () => {
		expect(partyDifference(['a', 'b'], ['b', 'c', 'c'])).toEqual({ added: ['c'], removed: ['a'] })
	})
	it('is none where the same people come, and one where somebody stands twice', () => {
		expect(isSameParty(['a', 'b'], ['b', 'a'])).toBe(true)
		expect(isSameParty(['a'], ['a', 'a'])).toBe(false)
		expect(isSameParty(['a', 'b'], ['a'])).toBe(false)
	})
	it('counts people and adults, each once', () => {
		expect(partySize([adult, young, adult], on)).toEqual(size(2, 1))
	})
})

describe('what was lifted for a party', () => {
	const lifted = ['weekly-visit-limit', 'too-many-adults', 'too-many-visitors', 'session-full'] as const
	it('holds for one that does not grow', () => {
		expect(liftsThatHold(lifted, size(4, 4), size(4, 4))).toEqual(lifted)
		expect(liftsThatHold(lifted, size(4, 4), size(3, 3))).toEqual(lifted)
	})
	it('does not let it grow, in people or in adults', () => {
		expect(liftsThatHold(lifted, size(4, 4), size(5, 4))).toEqual(['weekly-visit-limit'])
		expect(liftsThatHold(lifted, size(4, 3), size(4, 4))).toEqual(['weekly-visit-limit'])
	})
})

it('a full session stands against a party that grows, and not against one that has its place', () => {
	const full = [refusal('session-full')]
	expect(refusalsOfParty(full, size(2, 2), size(3, 2))).toEqual(full)
	expect(refusalsOfParty(full, size(2, 2), size(2, 1))).toEqual([])
})

it('nobody is left where only minors or no one would be', () => {
	expect(mayBeLeft([adult, young], on)).toBe(true)
	expect(mayBeLeft([young], on)).toBe(false)
	expect(mayBeLeft([], on)).toBe(false)
})
