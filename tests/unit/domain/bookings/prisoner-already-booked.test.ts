import { describe, expect, it } from 'vitest'
import { prisonerAlreadyBooked } from '#app/domain/bookings/prisoner-already-booked.ts'
import { codeOf, oslo, otherBooking, span, visit } from '../support/builders.ts'

describe('prisoner-already-booked', () => {
	const beside = (changes: Parameters<typeof otherBooking>[0]) => ({
		visit: visit({ bookings: [otherBooking({ visitorIds: ['Per'], ...changes })] }),
	})

	it('is silent without another booking', () => {
		expect(codeOf(prisonerAlreadyBooked)).toBeNull()
	})
	it.each(['requested', 'confirmed', 'checked-in'] as const)('stands beside a booking that is %s', (state) => {
		expect(codeOf(prisonerAlreadyBooked, beside({ state }))).toBe('prisoner-already-booked')
	})
	it.each(['expired', 'declined', 'lapsed', 'completed', 'cancelled', 'no-show', 'turned-away'] as const)(
		'is silent beside one that is %s',
		(state) => {
			expect(codeOf(prisonerAlreadyBooked, beside({ state }))).toBeNull()
		},
	)
	it('counts a hold until the moment when it runs out', () => {
		expect(codeOf(prisonerAlreadyBooked, beside({ state: 'held', holdUntil: oslo('2026-11-23T09:01') }))).toBe(
			'prisoner-already-booked',
		)
		expect(codeOf(prisonerAlreadyBooked, beside({ state: 'held', holdUntil: oslo('2026-11-23T09:00') }))).toBeNull()
	})
	it('stands at another facility too, and on the official track', () => {
		expect(codeOf(prisonerAlreadyBooked, beside({ facilityId: 'OSL', track: 'official' }))).toBe(
			'prisoner-already-booked',
		)
	})
	it('is silent when one begins as the other ends, and for another prisoner', () => {
		expect(codeOf(prisonerAlreadyBooked, beside(span('2026-11-26T11:00', '2026-11-26T12:00')))).toBeNull()
		expect(codeOf(prisonerAlreadyBooked, beside({ prisonerId: 'P2' }))).toBeNull()
	})
})
