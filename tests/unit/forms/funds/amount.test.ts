import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kronerText, oreIn } from '#app/forms/funds/amount.ts'

describe('kroner as people write them', () => {
	it.each([
		['200', 20_000],
		['1 500', 150_000],
		['149,50', 14_950],
		['149.50 kr', 14_950],
		['150,-', 15_000],
		['1\u00a0500', 150_000],
		['150,50 NOK', 15_050],
		['0', 0],
	])('%s is %d øre', (text, ore) => {
		expect(oreIn(text)).toBe(ore)
	})

	it.each(['', 'kr', 'mye', '-5', '1.500', '1,500', '1,5', '150,555', '1e3', '150-200', '12345678', '2 + 2'])(
		'%j is no amount',
		(text) => {
			expect(oreIn(text)).toBeNull()
		},
	)

	it('come back as they were', () => {
		fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999 }), (ore) => oreIn(kronerText(ore)) === ore))
	})
})
