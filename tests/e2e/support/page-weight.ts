import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

/** What a page brings over the line, in bytes. */
export interface Weight {
	all: number
	/** Scripts, by address. */
	scripts: { url: string; bytes: number }[]
	/** How far its parts moved while it was drawn. */
	shift: number
}

/**
 * Fetches a page and weighs all that came with it, as Chromium counted it: head and body, nothing of what it had already. The
 * page itself is counted packed: whoever stands before the application packs it, which the application leaves to them.
 */
export async function weigh(page: Page, address: string): Promise<Weight> {
	const cdp = await page.context().newCDPSession(page)
	const parts = new Map<string, { url: string; kind: string; bytes: number }>()
	cdp.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
		parts.set(requestId, { url: request.url, kind: type ?? '', bytes: 0 })
	})
	cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const part = parts.get(requestId)
		if (part) part.bytes = encodedDataLength
	})
	await cdp.send('Network.enable')
	const response = await page.goto(address, { waitUntil: 'load' })
	const html = (await response?.body()) ?? Buffer.alloc(0)
	const shift = await page.evaluate(shiftSoFar)
	await cdp.detach()
	const all = [...parts.values()]
	const others = all.filter(({ kind }) => kind !== 'Document')
	const document = all.filter(({ kind }) => kind === 'Document').reduce((sum, { bytes }) => sum + bytes, 0)
	const packed = Math.max(0, document - html.length) + gzipSync(html).length
	return {
		all: packed + others.reduce((sum, { bytes }) => sum + bytes, 0),
		scripts: others.filter(({ kind }) => kind === 'Script').map(({ url, bytes }) => ({ url, bytes })),
		shift,
	}
}

/** In the page: the sum of its layout shifts, which the browser keeps. */
function shiftSoFar(): Promise<number> {
	return new Promise((resolve) => {
		new PerformanceObserver((list) => {
			const values = list.getEntries().map((entry) => ('value' in entry ? Number(entry.value) : 0))
			resolve(values.reduce((sum, value) => sum + value, 0))
		}).observe({ type: 'layout-shift', buffered: true })
		// Where nothing has moved the observer is never called.
		requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)))
	})
}
