import { test as base } from '@playwright/test'
import { type Overview, overviewOf } from '#sandbox/overview.ts'
import { startWorld } from '#sandbox/test-world.ts'

/** A Tuesday morning, on whatever day and at whatever hour the tests are run. */
const begins = '2026-11-24T08:00'

/** A world for each worker: what one moves, its clock above all, no other sees. */
export const worldOfWorker = base.extend<object, { world: Overview }>({
	world: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright finds out by the pattern what a fixture needs.
		async ({}, use) => {
			const world = await startWorld({ begins })
			await use(overviewOf(world))
			await world.stop()
		},
		{ scope: 'worker', timeout: 120_000 },
	],
})
