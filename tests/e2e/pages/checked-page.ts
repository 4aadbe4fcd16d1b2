import { expect, type Locator, type Page, test } from '@playwright/test'
import type { TextKey } from '#app/i18n/catalogue.ts'
import { htmlLang, type Locale } from '#app/i18n/locale.ts'
import { type T, translator } from '#app/i18n/translate.ts'
import { violationsOn } from '../support/axe.ts'
import { isNewBuild } from '../support/once.ts'
import { ownScript } from '../support/own-script.ts'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const narrow = { width: 320, height: 640 }

/** A page of the service in one language. Whoever visits it through a page object has it checked. */
export class CheckedPage {
	readonly t: T

	constructor(
		readonly page: Page,
		readonly locale: Locale = 'nb',
	) {
		this.t = translator(locale)
	}

	/** What stands between header and footer. */
	get main(): Locator {
		return this.page.getByRole('main')
	}

	button(key: TextKey, values?: Record<string, string | number>): Locator {
		return this.main.getByRole('button', { name: this.t(key, values), exact: true })
	}

	link(key: TextKey): Locator {
		return this.main.getByRole('link', { name: this.t(key), exact: true })
	}

	/** The page is the one it should be, and it is as every page should be. */
	async isAt(h1: string | RegExp, title: TextKey | null): Promise<void> {
		const { page, t } = this
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(h1)
		await this.isWhole()
		const name = title === null ? t('common.service-name') : t('common.page-title', { title: t(title) })
		// That every answer with an error says so in its title, and no other, is another test's: error-titles.
		await expect(page).toHaveTitle(new RegExp(`^(?:${escaped(t('errors.field'))} )?${escaped(name)}$`))
		await this.isSound()
	}

	/** What every page should be, whatever its heading. */
	protected async isSound(): Promise<void> {
		const { page } = this
		await expect(page.locator('html')).toHaveAttribute('lang', htmlLang[this.locale])
		await expect(this.main).toHaveCount(1)
		await this.hasNoFrameworkScript()
		// Without script it is the same page, drawn alike; and axe is a script, which hangs where none may run.
		if (test.info().project.use.javaScriptEnabled === false) return
		await this.fitsNarrow()
		await this.isAccessible()
	}

	/** What is read or counted in one go must not be read while the rest of the page is on its way. */
	protected async isWhole(): Promise<void> {
		await this.page.waitForLoadState('load')
	}

	private async hasNoFrameworkScript(): Promise<void> {
		const sources = await this.page.locator('script').evaluateAll((all) => all.map((one) => one.getAttribute('src')))
		expect(sources, 'scripts on the page').toEqual([expect.stringMatching(ownScript)])
	}

	/** WCAG 1.4.10: nothing to scroll sideways for at 320 px. */
	private async fitsNarrow(): Promise<void> {
		const { page } = this
		const before = page.viewportSize()
		await page.setViewportSize(narrow)
		const tooWide = await page.locator('html').evaluate((html) => {
			if (html.scrollWidth <= html.clientWidth) return []
			const wide = [...html.querySelectorAll('body *')].filter((one) => {
				const frame = one.parentElement?.closest('.table-frame')
				return !frame && one.getBoundingClientRect().right > html.clientWidth + 1
			})
			return [`${html.scrollWidth} px`, ...wide.slice(-3).map((one) => one.outerHTML.slice(0, 160))]
		})
		expect.soft(tooWide, `too wide for ${narrow.width} px: ${page.url()}`).toEqual([])
		if (before) await page.setViewportSize(before)
	}

	/** A page built alike is looked at once. */
	private async isAccessible(): Promise<void> {
		if (!(await isNewBuild(this.page))) return
		expect.soft(await violationsOn(this.page), `axe on ${this.page.url()}`).toEqual([])
	}
}
