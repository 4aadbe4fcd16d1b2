import { expect, it } from 'vitest'
import { paymentMismatches } from '#app/domain/funds/payment-matches.ts'

const reported = { checkoutId: 'cs_1', reference: 'REF', ore: 20_000, currency: 'nok', live: true }
const agreed = { checkoutId: 'cs_1', reference: 'REF', ore: 20_000, live: true }

it('a payment as it was agreed has nothing wrong', () => {
	expect(paymentMismatches(reported, agreed)).toEqual([])
	expect(paymentMismatches(reported, { ...agreed, checkoutId: null })).toEqual([])
})

it.each([
	[{ checkoutId: 'cs_2' }, 'session'],
	[{ reference: 'OTHER' }, 'reference'],
	[{ reference: null }, 'reference'],
	[{ ore: 19_999 }, 'amount'],
	[{ ore: null }, 'amount'],
	[{ currency: 'sek' }, 'currency'],
	[{ currency: null }, 'currency'],
	[{ live: false }, 'mode'],
] as const)('%o is noticed', (change, what) => {
	expect(paymentMismatches({ ...reported, ...change }, agreed)).toEqual([what])
})
