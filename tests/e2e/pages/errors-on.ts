import { expect, type Locator } from '@playwright/test'
import type { CheckedPage } from './checked-page.ts'

/** The summary on top of a form that came back: it has the focus, and each line leads to its field. */
export async function errorsLeadToFields(
	on: CheckedPage,
	lines: readonly [words: string, field: Locator][],
): Promise<void> {
	const summary = on.main.getByRole('region', { name: on.t('errors.summary') })
	await expect(summary).toBeFocused()
	await expect(summary.getByRole('link')).toHaveText(lines.map(([words]) => words))
	for (const [words, field] of lines) {
		await summary.getByRole('link', { name: words, exact: true }).click()
		await expect(field).toBeFocused()
		await expect(field).toHaveAccessibleDescription(new RegExp(words))
	}
}
