import { describe, expect, it } from 'vitest'
import { nonAssociation } from '#app/domain/bookings/non-association.ts'
import { codeOf, member, oslo, otherBooking, span, visit } from '../support/builders.ts'

describe('non-association', () => {
	const nonAssociatedWith = (changes: Parameters<typeof otherBooking>[0]) => ({
		visit: visit({ nonAssociatedBookings: [otherBooking({ prisonerId: 'P2', visitorIds: ['Per'], ...changes })] }),
	})

	it('is silent when there is nobody to be kept apart from', () => {
		expect(codeOf(nonAssociation)).toBeNull()
	})
	it('stands for a booking in the same area at the same time', () => {
		expect(codeOf(nonAssociation, nonAssociatedWith({}))).toBe('non-association')
	})
	it('is silent in another area', () => {
		expect(codeOf(nonAssociation, nonAssociatedWith({ area: 'HAL-booth' }))).toBeNull()
	})
	it('is silent when one begins as the other ends', () => {
		expect(codeOf(nonAssociation, nonAssociatedWith(span('2026-11-26T13:00', '2026-11-26T14:00')))).toBeNull()
		expect(codeOf(nonAssociation, nonAssociatedWith(span('2026-11-26T12:59', '2026-11-26T14:00')))).toBe(
			'non-association',
		)
	})
	it('is silent when the other booking is no longer live', () => {
		expect(codeOf(nonAssociation, nonAssociatedWith({ state: 'cancelled' }))).toBeNull()
		expect(codeOf(nonAssociation, nonAssociatedWith({ state: 'held', holdUntil: oslo('2026-11-23T09:00') }))).toBeNull()
		expect(codeOf(nonAssociation, nonAssociatedWith({ state: 'held', holdUntil: oslo('2026-11-23T09:01') }))).toBe(
			'non-association',
		)
	})
	it('stands when two of the party must be kept apart from one another', () => {
		const about = { visit: visit({ party: [member('Kari'), member('Ola')], nonAssociatedInParty: [['Kari', 'Ola']] }) }
		expect(codeOf(nonAssociation, about)).toBe('non-association')
	})
})
