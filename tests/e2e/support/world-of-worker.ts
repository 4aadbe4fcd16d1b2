import { test as base } from '@playwright/test'
import { type Overview, overviewOf } from '#sandbox/overview.ts'
import { startWorld } from '#sandbox/test-world.ts'

/** A Tuesday morning, on whatever day and at whatever hour the tests are run. */
const begins = '2026-11-24T08:00'

type Running = Awaited<ReturnType<typeof startWorld>>

/** A world for each worker: what one moves, its clock above all, no other sees. */
export const worldOfWorker = base.extend<object, { running: Running; world: Overview }>({
	running: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright finds out by the pattern what a fixture needs.
		async ({}, use) => {
			const world = await startWorld({ begins })
			await use(world)
			await world.stop()
		},
		{ scope: 'worker', timeout: 120_000 },
	],
	world: [async ({ running }, use) => use(overviewOf(running)), { scope: 'worker' }],
})
