import { gzipSync } from 'node:zlib'
import type { CDPSession, Page } from '@playwright/test'

/** What a page brings over the line, in bytes. */
export interface Weight {
	/** What it was answered with. */
	status: number
	all: number
	/** Its scripts, by path: those that it fetched, and those that stand in it, where one without an address is `inline`. */
	scripts: string[]
	/** Bytes of the scripts that it fetched. */
	script: number
	/** How far its parts moved while it was drawn. */
	shift: number
}

interface Part {
	url: string
	kind: string
	bytes: number
}

/**
 * Fetches a page and weighs all that came with it, as Chromium counted it: head and body, and nothing of what it had already,
 * unless `first` says that it has nothing yet. It waits for what the page goes on to fetch and to draw. The page itself is
 * counted packed: whoever stands before the application packs it, which the application leaves to them.
 */
export async function weigh(page: Page, address: string, { first }: { first: boolean }): Promise<Weight> {
	const cdp = await page.context().newCDPSession(page)
	const line = listenTo(cdp)
	await cdp.send('Network.enable')
	await cdp.send('Network.setCacheDisabled', { cacheDisabled: first })
	const response = await page.goto(address, { waitUntil: 'load' })
	if (!response) throw new Error(`${address} was not answered`)
	const html = await response.body()
	await page.evaluate(drawn)
	await line.quiet()
	const { shift, sources, icons } = await page.evaluate(seen)
	await cdp.detach()
	const parts = line.parts()
	const sum = (some: Part[]) => some.reduce((total, { bytes }) => total + bytes, 0)
	const document = sum(parts.filter(({ kind }) => kind === 'Document'))
	const others = parts.filter(({ kind }) => kind !== 'Document')
	const scripts = others.filter(({ kind }) => kind === 'Script')
	const packed = Math.max(0, document - html.length) + gzipSync(html).length
	return {
		status: response.status(),
		all: packed + sum(others) + (first ? await weightOf(page, icons) : 0),
		scripts: [...new Set([...scripts.map(({ url }) => new URL(url).pathname), ...sources])],
		script: sum(scripts),
		shift,
	}
}

/** Takes down what comes over the line, each part once, and knows when nothing is on its way any more. */
function listenTo(cdp: CDPSession) {
	const parts = new Map<string, Part>()
	const open = new Set<string>()
	let tellQuiet = () => {}
	const end = (id: string) => {
		open.delete(id)
		if (open.size === 0) tellQuiet()
	}
	cdp.on('Network.requestWillBeSent', ({ requestId, request, type, redirectResponse }) => {
		// Who is sent on has paid for the answer that did so.
		const before = (parts.get(requestId)?.bytes ?? 0) + (redirectResponse?.encodedDataLength ?? 0)
		parts.set(requestId, { url: request.url, kind: type ?? '', bytes: before })
		open.add(requestId)
	})
	cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const part = parts.get(requestId)
		if (part) part.bytes += encodedDataLength
		end(requestId)
	})
	cdp.on('Network.loadingFailed', ({ requestId }) => end(requestId))
	return {
		parts: () => [...parts.values()],
		async quiet() {
			if (open.size > 0) await new Promise<void>((resolve) => (tellQuiet = resolve))
		},
	}
}

/** The pictures of a tab, which a browser without a window does not fetch. */
async function weightOf(page: Page, icons: string[]): Promise<number> {
	const answers = await Promise.all(icons.map((icon) => page.request.get(icon)))
	const bodies = await Promise.all(answers.map((answer) => answer.body()))
	return bodies.reduce((sum, { length }) => sum + length, 0)
}

/** In the page: once its letters are there, it is drawn, and its scripts have nothing left to do. */
async function drawn(): Promise<void> {
	await document.fonts.ready
	await new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)))
}

/** In the page: what of it lies in the document, and the sum of its layout shifts, which the browser keeps. */
async function seen(): Promise<{ shift: number; sources: string[]; icons: string[] }> {
	const noted: PerformanceEntry[] = []
	const observer = new PerformanceObserver((list) => void noted.push(...list.getEntries()))
	observer.observe({ type: 'layout-shift', buffered: true })
	await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
	// Where nothing has moved the observer is never called.
	const entries = [...noted, ...observer.takeRecords()]
	return {
		shift: entries.reduce((sum, entry) => sum + ('value' in entry ? Number(entry.value) : 0), 0),
		sources: [...document.scripts].map(({ src }) => (src === '' ? 'inline' : new URL(src).pathname)),
		icons: [...document.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')].map(({ href }) => href),
	}
}
