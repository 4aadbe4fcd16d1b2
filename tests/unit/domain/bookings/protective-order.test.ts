import { describe, expect, it } from 'vitest'
import { protectiveOrder } from '#app/domain/bookings/protective-order.ts'
import {
	codeOf,
	input,
	member,
	now,
	protectiveOrder as order,
	oslo,
	policy,
	prisoner,
	visit,
} from '../support/builders.ts'

describe('protective-order', () => {
	const under = (changes: Parameters<typeof order>[0]) => ({
		visit: visit({ party: [member('Kari', { protectiveOrders: [order(changes)] })] }),
	})

	it('is silent without an order', () => {
		expect(codeOf(protectiveOrder)).toBeNull()
	})
	it('stands when an order is in force, and names who it is about', () => {
		const party = [member('Ola'), member('Kari', { protectiveOrders: [order()] })]
		expect(protectiveOrder(input({ visit: visit({ party }) }), policy(), now)).toEqual({
			code: 'protective-order',
			about: ['Kari'],
		})
	})
	it('stands when the order begins while the visit lasts, and not when it begins as the visit ends', () => {
		expect(codeOf(protectiveOrder, under({ start: oslo('2026-11-26T12:59') }))).toBe('protective-order')
		expect(codeOf(protectiveOrder, under({ start: oslo('2026-11-26T13:00') }))).toBeNull()
	})
	it('stands when the order ends while the visit lasts, and not when it ends as the visit begins', () => {
		expect(codeOf(protectiveOrder, under({ end: oslo('2026-11-26T12:01') }))).toBe('protective-order')
		expect(codeOf(protectiveOrder, under({ end: oslo('2026-11-26T12:00') }))).toBeNull()
	})
	it('stands for good where it has no end', () => {
		expect(codeOf(protectiveOrder, under({ end: null }))).toBe('protective-order')
		expect(codeOf(protectiveOrder, under({ start: oslo('2026-11-27T00:00'), end: null }))).toBeNull()
	})
	it.each(['in', 'out', 'released'] as const)(
		'whose clock is stopped ends by itself after a release alone: %s',
		(custody) => {
			const ended = under({ end: oslo('2026-11-20T00:00'), clockStopped: true })
			const asked = { visit: { ...ended.visit, prisoner: prisoner({ custody }) } }
			expect(codeOf(protectiveOrder, asked)).toBe(custody === 'released' ? null : 'protective-order')
		},
	)
})
