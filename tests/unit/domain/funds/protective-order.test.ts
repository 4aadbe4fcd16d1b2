import { describe, expect, it } from 'vitest'
import { protectiveOrder } from '#app/domain/funds/protective-order.ts'
import { now, oslo, policy, span } from '../support/builders.ts'
import { input } from '../support/top-ups.ts'

describe('protective-order', () => {
	const order = { id: 'order', visitorId: 'Kari', ...span('2026-11-01T00:00', '2026-12-01T00:00') }
	const stands = (at: Date) => protectiveOrder(input({ payer: { protectiveOrders: [order] } }), policy(), at)

	it('is silent without an order', () => {
		expect(protectiveOrder(input(), policy(), now)).toBe(false)
	})
	it('stands while one is in force, its last instant left out', () => {
		expect(stands(now)).toBe(true)
		expect(stands(oslo('2026-10-31T23:59'))).toBe(false)
		expect(stands(oslo('2026-12-01T00:00'))).toBe(false)
	})
})
