import { describe, expect, it } from 'vitest'
import { protectiveOrder } from '#app/domain/funds/protective-order.ts'
import type { Custody } from '#app/domain/prisoners/prisoner.ts'
import { now, protectiveOrder as order, oslo, policy, prisoner, span } from '../support/builders.ts'
import { input } from '../support/top-ups.ts'

describe('protective-order', () => {
	const until = span('2026-11-01T00:00', '2026-12-01T00:00')
	const stands = (at: Date, changes: Parameters<typeof order>[0] = {}, custody: Custody = 'in') =>
		protectiveOrder(
			input({ payer: { protectiveOrders: [order({ ...until, ...changes })] }, prisoner: prisoner({ custody }) }),
			policy(),
			at,
		)

	it('is silent without an order', () => {
		expect(protectiveOrder(input(), policy(), now)).toBe(false)
	})
	it('stands while one is in force, its last instant left out', () => {
		expect(stands(now)).toBe(true)
		expect(stands(oslo('2026-10-31T23:59'))).toBe(false)
		expect(stands(oslo('2026-12-01T00:00'))).toBe(false)
	})
	it('stands for good where it has no end', () => {
		expect(stands(oslo('2066-12-01T00:00'), { end: null })).toBe(true)
		expect(stands(oslo('2066-12-01T00:00'), { end: null }, 'released')).toBe(true)
	})
	it('stands past its end while its clock is stopped and the prisoner is not released', () => {
		const after = oslo('2026-12-01T00:00')
		expect(stands(after, { clockStopped: true })).toBe(true)
		expect(stands(after, { clockStopped: true }, 'out')).toBe(true)
		expect(stands(after, { clockStopped: true }, 'released')).toBe(false)
	})
})
