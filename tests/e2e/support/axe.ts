import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { Result, RunOptions } from 'axe-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const options: RunOptions = {
	runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
	// What is as it should be is not described, which takes long.
	resultTypes: ['violations'],
}

/** What axe holds against a page as it stands. It is a script, so it hangs where none may run. */
export async function violationsOn(page: Page): Promise<{ id: string; help: string; where: string[] }[]> {
	const run = `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`
	const violations = await page.evaluate<Result[]>(`${axe}; ${run}`)
	return violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }))
}
