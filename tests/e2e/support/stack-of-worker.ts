import { test as base } from '@playwright/test'
import { type Overview, overviewOf } from '#sandbox/overview.ts'
import { startTestStack } from '#sandbox/test-stack.ts'

/** A Tuesday morning, on whatever day and at whatever hour the tests are run. */
const begins = '2026-11-24T08:00'

type Running = Awaited<ReturnType<typeof startTestStack>>

/** A world for each worker: what one moves, its clock above all, no other sees. */
export const stackOfWorker = base.extend<object, { running: Running; stack: Overview & { ownerUrl: string } }>({
	running: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright finds out by the pattern what a fixture needs.
		async ({}, use) => {
			const stack = await startTestStack({ begins })
			await use(stack)
			await stack.stop()
		},
		{ scope: 'worker', timeout: 120_000 },
	],
	stack: [async ({ running }, use) => use({ ...overviewOf(running), ownerUrl: running.ownerUrl }), { scope: 'worker' }],
})
