import { describe, expect, it } from 'vitest'
import { amountForm, otherAmount } from '#app/forms/funds/top-up.ts'

describe('the form of an amount', () => {
	const errors = (form: Record<string, string>) =>
		amountForm.safeParse(form).error?.issues.map(({ path, message }) => [path.join('.'), message])

	it('takes what was chosen, or what was typed', () => {
		expect(amountForm.parse({ amount: '20000' })).toEqual({ ore: 20_000, field: 'amount' })
		expect(amountForm.parse({ typed: '150,50' })).toEqual({ ore: 15_050, field: 'typed' })
		expect(amountForm.parse({ amount: otherAmount, typed: '150' })).toEqual({ ore: 15_000, field: 'typed' })
	})

	it('asks again for what is missing, double or no amount', () => {
		expect(errors({})).toEqual([['amount', 'phone.error.amount']])
		expect(errors({ amount: 'free' })).toEqual([['amount', 'phone.error.amount']])
		expect(errors({ amount: otherAmount })).toEqual([['typed', 'phone.error.typed']])
		expect(errors({ typed: 'mye' })).toEqual([['typed', 'phone.error.typed']])
		expect(errors({ amount: '20000', typed: '150' })).toEqual([['typed', 'phone.error.one-amount']])
	})
})
