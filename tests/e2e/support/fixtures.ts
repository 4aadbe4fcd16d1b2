import { test as base, expect } from '@playwright/test'
import type { Overview } from '#sandbox/overview.ts'
import { worldOfRun } from './world.global.ts'

interface Fixtures {
	/** Where the parts of the world are, and who can sign in. */
	world: Overview
	/** What the browser may say on its console without failing the test: a refused form answers 400, and it says so. */
	expectedErrors: RegExp[]
	noSurprises: undefined
}

/** The base of every browser test: it fails on any error that the page or the console tells and the test did not expect. */
export const test = base.extend<Fixtures>({
	expectedErrors: [[], { option: true }],
	// biome-ignore lint/correctness/noEmptyPattern: Playwright finds out by the pattern what a fixture needs.
	world: async ({}, use) => use(worldOfRun()),
	baseURL: async ({ world }, use) => use(world.app),
	noSurprises: [
		async ({ context, expectedErrors }, use) => {
			const surprises: string[] = []
			const note = (text: string) => {
				if (!expectedErrors.some((expected) => expected.test(text))) surprises.push(text)
			}
			context.on('console', (message) => {
				if (message.type() === 'error') note(`${message.text()} (${message.location().url})`)
			})
			context.on('weberror', (error) => note(error.error().stack ?? error.error().message))
			await use(undefined)
			expect(surprises, 'errors in the browser').toEqual([])
		},
		{ auto: true },
	],
})

export { expect }
