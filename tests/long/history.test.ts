import { expect, it } from 'vitest'
import { runHistory } from '#tests/support/history/run.ts'

// A seed that fails is named by its test: put it into the short run to look at it.
const seeds = Array.from({ length: 20 }, (_, n) => 100 + n)

it.each(seeds)('a history of seed %i leaves all as it must be', async (seed) => {
	const { faults } = await runHistory({ seed, millis: 15_000 })
	expect(faults).toEqual([])
})
