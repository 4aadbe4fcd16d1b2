import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Page, test } from '@playwright/test'

/**
 * Whether this run meets a page of this build for the first time: the same elements with the same roles, classes and names of
 * attributes, whatever they say. Lines that are built alike count once, so that a longer list is no other page. The workers of a
 * run tell one another by folders, which the next run clears away.
 */
export async function isNewBuild(page: Page): Promise<boolean> {
	const build = await page.locator('html').evaluate((html) => {
		const told = /^(class|role|lang|type|data-.*|aria-(current|live|hidden))$/
		const attributes = (one: Element) =>
			[...one.attributes].map(({ name, value }) => (told.test(name) ? `${name}=${value}` : name)).sort()
		const buildOf = (one: Element): string => {
			const children = [...new Set([...one.children].map(buildOf))]
			const hasWords = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
			return `<${one.tagName} ${attributes(one).join(' ')}${hasWords ? ' words' : ''}>${children.join('')}`
		}
		return buildOf(html)
	})
	const folder = join(dirname(test.info().outputDir), '.builds')
	mkdirSync(folder, { recursive: true })
	return claim(join(folder, createHash('sha256').update(build).digest('hex')))
}

/** True for the first of all who ask. */
function claim(path: string): boolean {
	if (existsSync(path)) return false
	try {
		mkdirSync(path)
		return true
	} catch {
		// Another worker was quicker.
		return false
	}
}
