import { expect, it } from 'vitest'
import { runMoneyHistory } from '#tests/support/money/history.ts'

// Webhooks lost, doubled, shuffled, forged, old and from the future; Stripe and the phone system failing before and after the
// deed; two workers; refunds racing disputes.
it.each([1, 2, 3])('a history of money of seed %i leaves every øre credited or given back once', async (seed) => {
	const { faults, done } = await runMoneyHistory({ seed, steps: 40 })
	expect(faults).toEqual([])
	for (const happening of ['start', 'pay', 'deliver']) expect(done[happening], happening).toBeGreaterThan(0)
})
