import { type Browser, chromium, type Page } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { findBrowser } from '../../scripts/browser.mjs'
import type { App } from './app/process.ts'
import type { BenchData } from './data/open.ts'
import { median } from './figures.ts'

export interface Paint {
	page: string
	/** Milliseconds until the largest part stood on the screen, the middle of the rounds. */
	largest: number
	/** How far parts moved meanwhile, at most. */
	shift: number
}

/** A slow phone on a slow line: a quarter of this processor, 1.6 Mbit/s down, 150 ms there and back. */
const phone = { slowdown: 4, bytesPerSecond: 200_000, latency: 150, viewport: { width: 360, height: 740 } }
const rounds = 5

/** How long a family on such a phone looks at nothing, at a first visit: nothing is in the browser's store. */
export async function measurePaint({ origin }: App, benchData: BenchData): Promise<Paint[]> {
	const [user] = benchData.users
	const executablePath = await findBrowser()
	if (!user || !executablePath) throw new Error('There is no browser, or nobody to look')
	const time = paths.newVisitStep('time', { for: user.permitRef, with: user.visitorRef })
	const pages = [
		{ page: 'front page', path: paths.home(), cookie: null },
		{ page: 'home', path: paths.home(), cookie: user.cookie },
		{ page: 'calendar', path: time, cookie: user.cookie },
		{ page: 'visits', path: paths.visits(), cookie: user.cookie },
	]
	const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
	try {
		const paints: Paint[] = []
		for (const { page, path, cookie } of pages) {
			const seen: { largest: number; shift: number }[] = []
			for (let round = 0; round < rounds; round++) seen.push(await measurePage(browser, `${origin}${path}`, cookie))
			paints.push({
				page,
				largest: median(seen.map(({ largest }) => largest)),
				shift: Math.max(...seen.map(({ shift }) => shift)),
			})
		}
		return paints
	} finally {
		await browser.close()
	}
}

async function measurePage(browser: Browser, address: string, cookie: string | null) {
	const context = await browser.newContext({
		viewport: phone.viewport,
		extraHTTPHeaders: cookie === null ? {} : { cookie },
	})
	try {
		const page = await context.newPage()
		await slowDown(page)
		const answer = await page.goto(address, { waitUntil: 'load' })
		if (answer?.status() !== 200) throw new Error(`${address} was answered ${answer?.status()}`)
		return await page.evaluate(painted)
	} finally {
		await context.close()
	}
}

async function slowDown(page: Page): Promise<void> {
	const cdp = await page.context().newCDPSession(page)
	await cdp.send('Network.enable')
	await cdp.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: phone.latency,
		downloadThroughput: phone.bytesPerSecond,
		uploadThroughput: phone.bytesPerSecond / 2,
	})
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: phone.slowdown })
}

/** In the page: what the browser has noted of its drawing, once it has had the time to note it. */
async function painted(): Promise<{ largest: number; shift: number }> {
	const entries = await new Promise<PerformanceEntry[]>((resolve) => {
		const noted: PerformanceEntry[] = []
		const observer = new PerformanceObserver((list) => void noted.push(...list.getEntries()))
		observer.observe({ type: 'largest-contentful-paint', buffered: true })
		observer.observe({ type: 'layout-shift', buffered: true })
		setTimeout(() => resolve(noted), 500)
	})
	const paints = entries.filter(({ entryType }) => entryType === 'largest-contentful-paint')
	const shifts = entries.filter(({ entryType }) => entryType === 'layout-shift')
	return {
		// What was never drawn is waited for for ever.
		largest: paints.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...paints.map(({ startTime }) => startTime)),
		shift: shifts.reduce((sum, entry) => sum + ('value' in entry ? Number(entry.value) : 0), 0),
	}
}
