import { expect, it } from 'vitest'
import { runHistory } from '#tests/support/history/run.ts'

it('eight who do everything at once for a quarter of a minute leave all as it must be', async () => {
	const { faults, done, refused } = await runHistory({ seed: 7, millis: 15_000 })
	expect(faults).toEqual([])
	for (const action of ['book', 'hold', 'confirm', 'move', 'cancel', 'accept'])
		expect(done[action], action).toBeGreaterThan(0)
	expect(Object.keys(refused)).toEqual(expect.arrayContaining(['session-full', 'weekly-visit-limit', 'closed-day']))
})
