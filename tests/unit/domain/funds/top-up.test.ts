import { describe, expect, it } from 'vitest'
import { leftOf, stateOf, type TopUpMoney } from '#app/domain/funds/top-up.ts'
import { now } from '../support/builders.ts'

const money = (changes: Partial<TopUpMoney> = {}): TopUpMoney => ({
	...{ ore: 20_000, paidAt: null, creditedAt: null, abandonedAt: null, refundedOre: 0, disputedOre: 0 },
	...changes,
})
const credited = { paidAt: now, creditedAt: now }

describe('the state of a top-up', () => {
	it('is read from what became of the money', () => {
		expect(stateOf(money())).toBe('started')
		expect(stateOf(money({ abandonedAt: now }))).toBe('abandoned')
		expect(stateOf(money({ paidAt: now }))).toBe('paid')
		expect(stateOf(money(credited))).toBe('credited')
		expect(stateOf(money({ ...credited, refundedOre: 1 }))).toBe('refunded')
		expect(stateOf(money({ ...credited, disputedOre: 1, refundedOre: 1 }))).toBe('disputed')
	})
	it('is paid, however it was given up before', () => {
		expect(stateOf(money({ abandonedAt: now, paidAt: now }))).toBe('paid')
	})
})

it('what is left is what neither went back nor was taken back', () => {
	expect(leftOf(money())).toBe(0)
	expect(leftOf(money({ ...credited, refundedOre: 5_000, disputedOre: 3_000 }))).toBe(12_000)
})
