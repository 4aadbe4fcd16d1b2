import { describe, expect, it } from 'vitest'
import { bookingRules, refusalsAgainst } from '#app/domain/bookings/rules.ts'
import { refusalKinds } from '#app/domain/refusals.ts'
import {
	ban,
	child,
	codes,
	input,
	member,
	now,
	oslo,
	otherBooking,
	permit,
	policy,
	prisoner,
	sessionPlace,
	visit,
} from '../support/builders.ts'

describe('refusalsAgainst', () => {
	it('finds nothing against a visit that keeps every rule', () => {
		expect(refusalsAgainst(input(), policy(), now)).toEqual([])
	})

	it('has one rule for each code of the closed list, in its order', () => {
		expect(Object.keys(bookingRules)).toEqual(Object.keys(refusalKinds))
	})

	it('answers everything that stands, all together, in the order of the list', () => {
		const party = [
			child('Emil', { permit: null }),
			member('Kari', { permit: permit({ state: 'suspended' }), bans: [ban()] }),
			member('Kari', { permit: permit({ state: 'suspended' }), bans: [ban()] }),
		]
		const about = input({
			visit: visit({ party, prisoner: prisoner({ custody: 'out' }), bookings: [otherBooking()] }),
			venue: sessionPlace({ provides: [], groups: 1, taken: { groups: 1, people: 1 } }),
		})
		expect(refusalsAgainst(about, policy(), oslo('2026-11-26T12:00'))).toEqual([
			{ code: 'permit-missing', about: ['Emil'] },
			{ code: 'permit-not-active', about: ['Kari'] },
			{ code: 'visitor-banned', about: ['Kari'] },
			{ code: 'duplicate-visitor', about: [] },
			{ code: 'prisoner-not-here', about: [] },
			{ code: 'prisoner-already-booked', about: [] },
			{ code: 'visitor-already-booked', about: ['Kari'] },
			{ code: 'weekly-visit-limit', about: [] },
			{ code: 'session-full', about: [] },
			{ code: 'too-soon', about: [] },
			{ code: 'in-the-past', about: [] },
			{ code: 'setting-too-open', about: [] },
		])
	})

	it('answers prisoner-released alone for a released prisoner who was moved', () => {
		const about = input({ visit: visit({ prisoner: prisoner({ custody: 'released', facilityId: 'OSL' }) }) })
		expect(codes(refusalsAgainst(about, policy(), now))).toEqual(['prisoner-released'])
	})
})
