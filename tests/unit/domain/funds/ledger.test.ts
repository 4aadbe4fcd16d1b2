import fc from 'fast-check'
import { expect, it } from 'vitest'
import { entriesOf, ledgerKinds } from '#app/domain/funds/ledger.ts'

it('every transaction sums to zero, and names the prisoner and one other account', () => {
	fc.assert(
		fc.property(fc.constantFrom(...ledgerKinds), fc.integer({ min: 1, max: 1_000_000_000 }), (kind, ore) => {
			const [prisoner, other] = entriesOf(kind, 'F-1', ore)
			expect(prisoner.account).toBe('prisoner:F-1')
			expect(prisoner.ore + other.ore).toBe(0)
			expect(Math.abs(prisoner.ore)).toBe(ore)
		}),
	)
})

it('the signs are those of the books', () => {
	const other = (kind: (typeof ledgerKinds)[number]) => entriesOf(kind, 'F-1', 100)[1]
	expect(other('paid')).toEqual({ account: 'stripe-clearing', ore: -100 })
	expect(other('usage')).toEqual({ account: 'phone-usage', ore: 100 })
	expect(other('refund')).toEqual({ account: 'refunds', ore: 100 })
	expect(other('refund-reversed')).toEqual({ account: 'refunds', ore: -100 })
	expect(other('dispute')).toEqual({ account: 'disputes', ore: 100 })
	expect(other('dispute-returned')).toEqual({ account: 'disputes', ore: -100 })
})

it.each([0, -1, 0.5, Number.NaN, 2 ** 53])('refuses %d, which is no amount', (ore) => {
	expect(() => entriesOf('paid', 'F-1', ore)).toThrow(RangeError)
})
