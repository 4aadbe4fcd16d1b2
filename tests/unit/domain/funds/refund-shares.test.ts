import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refundShares } from '#app/domain/funds/refund-shares.ts'
import { mostRefundable, unspentOf } from '#app/domain/funds/unspent.ts'
import { oslo } from '../support/builders.ts'

const first = { id: 'first', paidAt: oslo('2026-11-01T09:00'), left: 20_000, failed: false }
const last = { id: 'last', paidAt: oslo('2026-11-02T09:00'), left: 10_000, failed: false }

describe('what is left goes back', () => {
	it('to the latest payment first', () => {
		expect(refundShares([first, last], 15_000)).toEqual([
			{ id: 'last', ore: 10_000 },
			{ id: 'first', ore: 5_000 },
		])
		expect(refundShares([first, last], 9_000)).toEqual([{ id: 'last', ore: 9_000 }])
	})
	it('to nobody else where it failed to go back before', () => {
		expect(refundShares([first, { ...last, failed: true }], 9_000)).toEqual([])
		expect(refundShares([first, { ...last, failed: true }], 15_000)).toEqual([{ id: 'first', ore: 5_000 }])
	})
	it('not at all from an account with nothing on it, or less', () => {
		expect(refundShares([first, last], 0)).toEqual([])
		expect(refundShares([first, last], -5_000)).toEqual([])
	})
	it('never beyond what was paid or what is unspent', () => {
		const payments = fc.array(
			fc.record({
				id: fc.uuid(),
				paidAt: fc.date({ noInvalidDate: true }),
				left: fc.integer({ min: 0, max: 50_000 }),
				failed: fc.constant(false),
			}),
		)
		fc.assert(
			fc.property(payments, fc.integer({ min: -10_000, max: 300_000 }), (paid, unspent) => {
				const shares = refundShares(paid, unspent)
				const sum = shares.reduce((total, { ore }) => total + ore, 0)
				const left = paid.reduce((total, one) => total + one.left, 0)
				expect(sum).toBe(Math.min(left, Math.max(0, unspent)))
				for (const { ore } of shares) expect(ore).toBeGreaterThan(0)
			}),
		)
	})
})

describe('the most that goes back of one payment', () => {
	it('is what is unspent on the account, once it is credited', () => {
		const account = { balanceOre: 12_000, waitingOre: 5_000 }
		expect(unspentOf(account)).toBe(7_000)
		expect(mostRefundable({ left: 20_000, credited: true }, account)).toBe(7_000)
		expect(mostRefundable({ left: 2_000, credited: true }, account)).toBe(2_000)
	})
	it('is all of it while it waits, whatever else happened to the account', () => {
		expect(mostRefundable({ left: 20_000, credited: false }, { balanceOre: -5_000, waitingOre: 20_000 })).toBe(20_000)
		expect(mostRefundable({ left: 20_000, credited: true }, { balanceOre: -5_000, waitingOre: 0 })).toBe(0)
	})
})
