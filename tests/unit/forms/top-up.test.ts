import { describe, expect, it } from 'vitest'
import { amountForm, kronerText, oreIn, otherAmount } from '#app/forms/top-up.ts'

describe('an amount as it is typed', () => {
	it.each([
		['150', 15_000],
		['1 500', 150_000],
		['1\u00a0500', 150_000],
		['150,50', 15_050],
		['150.50', 15_050],
		['150 kr', 15_000],
		['150,-', 15_000],
		['150,50 NOK', 15_050],
		['0', 0],
	])('%s is read', (text, ore) => {
		expect(oreIn(text)).toBe(ore)
	})

	it.each(['', 'kr', 'mye', '-150', '1.500', '1,500', '150,5', '150,555', '15e2', '150-200', '12345678'])(
		'%s may mean anything, and is asked for again',
		(text) => {
			expect(oreIn(text)).toBeNull()
		},
	)

	it('is written as it is read', () => {
		for (const ore of [100, 15_000, 15_005, 15_050, 50_000]) expect(oreIn(kronerText(ore))).toBe(ore)
	})
})

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
