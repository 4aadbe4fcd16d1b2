import { type BrowserContext, expect, type Page } from '@playwright/test'
import { clockAt, type StackClock } from './clock.ts'
import { type Letters, lettersIn } from './letters.ts'
import { sharedState } from './shared-state.ts'
import { stackOfWorker } from './stack-of-worker.ts'

interface Fixtures {
	/** The time in the world; put back when the test is over, however it went. */
	clock: StackClock
	/** What the service has sent. */
	letters: Letters
	/** A page in a browser of its own, for somebody else. */
	elsewhere: () => Promise<Page>
	/** What the browser may say on its console without failing the test: a refused form answers 400, and it says so. */
	expectedErrors: RegExp[]
	/** Takes down every error that a browser's console and pages tell. */
	watch: (context: BrowserContext) => void
	noSurprises: undefined
	/** Fails the test that leaves a prison otherwise than it found it: the next test of its worker would meet it. */
	nothingLeftBehind: undefined
}

/** The base of every browser test: it fails on any error that the page or the console tells and the test did not expect. */
export const test = stackOfWorker.extend<Fixtures>({
	expectedErrors: [[], { option: true }],
	baseURL: async ({ stack }, use) => use(stack.app),
	letters: async ({ stack }, use) => use(lettersIn(stack.mailbox)),
	clock: async ({ stack }, use) => {
		const clock = await clockAt(stack.clock)
		await use(clock)
		await clock.putBack()
	},
	watch: async ({ expectedErrors }, use) => {
		const surprises: string[] = []
		const note = (text: string) => {
			if (!expectedErrors.some((expected) => expected.test(text))) surprises.push(text)
		}
		await use((context) => {
			context.on('console', (message) => {
				if (message.type() === 'error') note(`${message.text()} (${message.location().url})`)
			})
			context.on('weberror', (error) => note(error.error().stack ?? error.error().message))
		})
		expect(surprises, 'errors in the browser').toEqual([])
	},
	elsewhere: async ({ browser, watch }, use) => {
		const contexts: BrowserContext[] = []
		await use(async () => {
			const context = await browser.newContext()
			contexts.push(context)
			watch(context)
			return context.newPage()
		})
		await Promise.all(contexts.map((context) => context.close()))
	},
	noSurprises: [
		async ({ context, watch }, use) => {
			watch(context)
			await use(undefined)
		},
		{ auto: true },
	],
	nothingLeftBehind: [
		async ({ running }, use) => {
			const before = await sharedState(running.ownerUrl)
			await use(undefined)
			expect(await sharedState(running.ownerUrl), 'what this test leaves to the next').toEqual(before)
		},
		{ auto: true },
	],
})

export { expect }
