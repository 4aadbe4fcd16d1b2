import { describe, expect, it } from 'vitest'
import { visitorAlreadyBooked } from '#app/domain/bookings/visitor-already-booked.ts'
import { codeOf, input, member, now, otherBooking, policy, span, visit } from '../support/builders.ts'

describe('visitor-already-booked', () => {
	const elsewhere = (changes: Parameters<typeof otherBooking>[0]) => ({
		visit: visit({ bookings: [otherBooking({ prisonerId: 'P2', facilityId: 'OSL', ...changes })] }),
	})

	it('is silent without another booking', () => {
		expect(codeOf(visitorAlreadyBooked)).toBeNull()
	})
	it('stands when someone in the party has a visit to another prisoner at another facility', () => {
		expect(codeOf(visitorAlreadyBooked, elsewhere({}))).toBe('visitor-already-booked')
	})
	it('names only those of the party who are booked', () => {
		const party = [member('Ola'), member('Kari'), member('Anna')]
		const bookings = [otherBooking({ visitorIds: ['Kari', 'Per', 'Anna'] })]
		expect(visitorAlreadyBooked(input({ visit: visit({ party, bookings }) }), policy(), now)?.about).toEqual([
			'Anna',
			'Kari',
		])
	})
	it("is silent when the other one is someone else's, is not live, or only meets this one", () => {
		expect(codeOf(visitorAlreadyBooked, elsewhere({ visitorIds: ['Per'] }))).toBeNull()
		expect(codeOf(visitorAlreadyBooked, elsewhere({ state: 'cancelled' }))).toBeNull()
		expect(codeOf(visitorAlreadyBooked, elsewhere(span('2026-11-26T13:00', '2026-11-26T14:00')))).toBeNull()
	})
})
