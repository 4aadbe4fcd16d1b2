import type { Page } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The text of each printed page, without spaces: where lines break tells nothing. */
export async function printed(page: Page, options: { landscape?: boolean; format?: string } = {}): Promise<string[]> {
	await page.waitForLoadState('load')
	const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: false, ...options })
	const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
	const paper = await task.promise
	const pages: string[] = []
	for (let number = 1; number <= paper.numPages; number++) {
		const { items } = await (await paper.getPage(number)).getTextContent()
		pages.push(squeezed(items.map((item) => ('str' in item ? item.str : '')).join('')))
	}
	await task.destroy()
	return pages
}

/** A text as it is looked for on paper. */
export function squeezed(text: string): string {
	return text.normalize('NFKC').replace(/[\s\u00ad\u200b]+/g, '')
}

/** What the page holds for paper, piece by piece: each row's cells, and each paragraph, item and heading besides. */
export async function written(page: Page): Promise<{ rows: string[][]; heads: string[][]; texts: string[] }> {
	await page.emulateMedia({ media: 'print' })
	// biome-ignore-start lint/performance/useDomNodeTextContent: what is hidden is not printed
	const found = await page.getByRole('main').evaluate((main) => {
		// What is only read out is in no cell of the paper.
		const readOut = [...main.querySelectorAll<HTMLElement>('.ds-sr-only')]
		for (const one of readOut) one.style.display = 'none'
		const shown = (one: HTMLElement) => one.checkVisibility() && one.innerText.trim() !== ''
		const all = (selector: string, from: Element = main) =>
			[...from.querySelectorAll<HTMLElement>(selector)].filter(shown)
		const cells = (row: HTMLElement) => all('th, td', row).map((one) => one.innerText)
		const isPlain = (one: HTMLElement) => !one.closest('button, select, svg') && !one.querySelector('table, select')
		const read = {
			rows: all('tbody tr').map(cells),
			heads: all('thead tr').map(cells),
			texts: all('h1, h2, h3, p, li, dt, dd, caption')
				.filter(isPlain)
				.map((one) => one.innerText),
		}
		for (const one of readOut) one.style.display = ''
		return read
	})
	// biome-ignore-end lint/performance/useDomNodeTextContent: what is hidden is not printed
	await page.emulateMedia({ media: null })
	const tidy = (texts: string[]) => texts.map(squeezed).filter((text) => text !== '')
	return { rows: found.rows.map(tidy), heads: found.heads.map(tidy), texts: tidy(found.texts) }
}
