import { expect } from '@playwright/test'
import type { TextKey } from '#app/i18n/catalogue.ts'
import { paths } from '#app/paths.ts'
import { CheckedPage } from './checked-page.ts'

/** A visit as the family sees it. */
export class VisitPage extends CheckedPage {
	readonly toPass = this.link('bookings.pass.show')
	readonly toChange = this.link('bookings.change.start')
	readonly toParty = this.link('bookings.party.start')
	readonly toCancel = this.link('bookings.cancel.start')

	async visit(ref: string): Promise<void> {
		await this.page.goto(paths.visit(ref))
		await this.isHere()
	}

	async isHere(): Promise<void> {
		await this.isAt(this.t('bookings.visit.title'), 'bookings.visit.title')
	}

	async reference(): Promise<string> {
		const shown = (await this.main.locator('.reference strong').textContent()) ?? ''
		await expect(this.page).toHaveURL(({ pathname }) => pathname === paths.visit(shown))
		return shown
	}

	async hasState(key: TextKey): Promise<void> {
		await expect(this.main.getByText(this.t(key), { exact: true })).toBeVisible()
	}
}

export class PassPage extends CheckedPage {
	async isHere(): Promise<void> {
		await this.isAt(this.t('bookings.pass.title'), 'bookings.pass.title')
	}

	/** The code under the drawing, which says the same. */
	async code(): Promise<string> {
		const code = (await this.main.locator('.qr-code figcaption').textContent()) ?? ''
		await expect(this.main.getByRole('img', { name: this.t('bookings.pass.code', { code }) })).toBeVisible()
		return code
	}
}

export class CancelPage extends CheckedPage {
	readonly confirm = this.button('bookings.cancel.confirm')

	async visit(ref: string): Promise<void> {
		await this.page.goto(paths.cancelVisit(ref))
		await this.isHere()
	}

	async isHere(): Promise<void> {
		await this.isAt(this.t('bookings.cancel.title'), 'bookings.cancel.title')
	}
}
