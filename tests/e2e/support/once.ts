import type { Page } from '@playwright/test'

const seen = new Set<string>()

/**
 * Whether this worker meets a page of this build for the first time: the same elements with the same roles, classes and names
 * of attributes, whatever they say. Lines that are built alike count once, so that a longer list is no other page.
 */
export async function isNewBuild(page: Page): Promise<boolean> {
	const build = await page.locator('html').evaluate((html) => {
		const attributes = (one: Element) =>
			[...one.attributes]
				.map(({ name, value }) =>
					/^(class|role|lang|type|data-.*|aria-(current|live|hidden))$/.test(name) ? `${name}=${value}` : name,
				)
				.sort()
		const buildOf = (one: Element): string => {
			const children = [...new Set([...one.children].map(buildOf))]
			const hasWords = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
			return `<${one.tagName} ${attributes(one).join(' ')}${hasWords ? ' words' : ''}>${children.join('')}`
		}
		return buildOf(html)
	})
	if (seen.has(build)) return false
	seen.add(build)
	return true
}
