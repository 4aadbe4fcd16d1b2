import { expect, it } from 'vitest'
import { runFundsHistory } from '#tests/support/funds/history.ts'

// Webhooks lost, doubled, shuffled, forged, old and from the future; Stripe and the phone system failing before and after the
// use case; two workers; refunds racing disputes.
it.each([1, 2, 3])('a history of money of seed %i leaves every øre credited or given back once', async (seed) => {
	const { faults, done } = await runFundsHistory({ seed, steps: 40 })
	expect(faults).toEqual([])
	for (const happening of ['start', 'pay', 'deliver']) expect(done[happening], happening).toBeGreaterThan(0)
})
