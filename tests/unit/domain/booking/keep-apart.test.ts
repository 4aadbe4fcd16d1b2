import { describe, expect, it } from 'vitest'
import { keepApart } from '#app/domain/booking/keep-apart.ts'
import { codeOf, member, oslo, otherBooking, span, visit } from '../support/builders.ts'

describe('keep-apart', () => {
	const apartFrom = (changes: Parameters<typeof otherBooking>[0]) => ({
		visit: visit({ apartBookings: [otherBooking({ prisonerId: 'P2', visitorIds: ['Per'], ...changes })] }),
	})

	it('is silent when there is nobody to be kept apart from', () => {
		expect(codeOf(keepApart)).toBeNull()
	})
	it('stands for a booking in the same area at the same time', () => {
		expect(codeOf(keepApart, apartFrom({}))).toBe('keep-apart')
	})
	it('is silent in another area', () => {
		expect(codeOf(keepApart, apartFrom({ area: 'HAL-booth' }))).toBeNull()
	})
	it('is silent when one begins as the other ends', () => {
		expect(codeOf(keepApart, apartFrom(span('2026-11-26T13:00', '2026-11-26T14:00')))).toBeNull()
		expect(codeOf(keepApart, apartFrom(span('2026-11-26T12:59', '2026-11-26T14:00')))).toBe('keep-apart')
	})
	it('is silent when the other booking is no longer live', () => {
		expect(codeOf(keepApart, apartFrom({ state: 'cancelled' }))).toBeNull()
		expect(codeOf(keepApart, apartFrom({ state: 'held', holdUntil: oslo('2026-11-23T09:00') }))).toBeNull()
		expect(codeOf(keepApart, apartFrom({ state: 'held', holdUntil: oslo('2026-11-23T09:01') }))).toBe('keep-apart')
	})
	it('stands when two of the party must be kept apart from one another', () => {
		const about = { visit: visit({ party: [member('Kari'), member('Ola')], apartInParty: [['Kari', 'Ola']] }) }
		expect(codeOf(keepApart, about)).toBe('keep-apart')
	})
})
