import { expect, it } from 'vitest'
import { runFundsHistory } from '#tests/support/funds/history.ts'

// A seed that fails is named by its test: put it into the short run to look at it.
const seeds = Array.from({ length: 200 }, (_, n) => 100 + n)

it.each(seeds)('a history of money of seed %i leaves every øre credited or given back once', async (seed) => {
	const { faults } = await runFundsHistory({ seed, steps: 150 })
	expect(faults).toEqual([])
})
