import { expect, it } from 'vitest'
import { suggestedAmounts } from '#app/domain/funds/suggested-amounts.ts'

it('what is suggested may be paid', () => {
	expect(suggestedAmounts({ minOre: 5_000, maxOre: 50_000 })).toEqual([10_000, 20_000, 30_000, 50_000])
	expect(suggestedAmounts({ minOre: 20_000, maxOre: 49_999 })).toEqual([20_000, 30_000])
	expect(suggestedAmounts({ minOre: 1_000, maxOre: 5_000 })).toEqual([])
})
