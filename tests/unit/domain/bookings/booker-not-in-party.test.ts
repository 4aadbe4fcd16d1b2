import { describe, expect, it } from 'vitest'
import { bookerNotInParty } from '#app/domain/bookings/booker-not-in-party.ts'
import { child, codeOf, member, visit } from '../support/builders.ts'

describe('booker-not-in-party', () => {
	const teenager = child('Emil', { born: '2010-11-26' })

	it('is silent when who books comes along', () => {
		expect(codeOf(bookerNotInParty)).toBeNull()
	})
	it('stands when a visitor books for others', () => {
		expect(codeOf(bookerNotInParty, { visit: visit({ party: [member('Ola')] }) })).toBe('booker-not-in-party')
	})
	it('is silent when an officer books', () => {
		expect(
			codeOf(bookerNotInParty, { visit: visit({ party: [member('Ola')], booker: { kind: 'officer' } }) }),
		).toBeNull()
	})
	it('lets a guardian book for their own child from the day when it may come alone', () => {
		expect(codeOf(bookerNotInParty, { visit: visit({ party: [teenager] }) })).toBeNull()
		expect(codeOf(bookerNotInParty, { visit: visit({ party: [{ ...teenager, born: '2010-11-27' }] }) })).toBe(
			'booker-not-in-party',
		)
	})
	it("follows the facility's own age", () => {
		expect(codeOf(bookerNotInParty, { visit: visit({ party: [teenager] }) }, { childAloneFrom: 17 })).toBe(
			'booker-not-in-party',
		)
	})
	it("stands when the child is somebody else's, or when not everyone is their own child", () => {
		expect(codeOf(bookerNotInParty, { visit: visit({ party: [{ ...teenager, guardianIds: ['Ola'] }] }) })).toBe(
			'booker-not-in-party',
		)
		expect(codeOf(bookerNotInParty, { visit: visit({ party: [teenager, member('Ola')] }) })).toBe('booker-not-in-party')
	})
	it('stands for an empty party', () => {
		expect(codeOf(bookerNotInParty, { visit: visit({ party: [] }) })).toBe('booker-not-in-party')
	})
	it("is about adult bookers: at 18 on the visit's day it stands, the day before it does not", () => {
		const bookedBy = (born: string) =>
			visit({ party: [member('Ola')], booker: { kind: 'visitor', visitorId: 'Kari', born } })
		expect(codeOf(bookerNotInParty, { visit: bookedBy('2008-11-26') })).toBe('booker-not-in-party')
		expect(codeOf(bookerNotInParty, { visit: bookedBy('2008-11-27') })).toBeNull()
	})
})
