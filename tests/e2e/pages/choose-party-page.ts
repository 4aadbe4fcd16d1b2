import { expect, type Locator } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { CheckedPage } from './checked-page.ts'

export class ChoosePartyPage extends CheckedPage {
	readonly next = this.button('bookings.new.who.next')

	/** From the start of booking, past the question whom to visit where there are several. */
	async begin(toVisit: string): Promise<void> {
		const { page } = this
		await page.goto(paths.newVisit())
		if (new URL(page.url()).pathname === paths.newVisit()) {
			await this.isAt(this.t('bookings.new.person.title'), 'bookings.new.person.title')
			await this.main.getByRole('link', { name: toVisit, exact: true }).click()
		}
		await this.isHere()
		await expect(this.main).toContainText(this.t('bookings.new.who.lead', { person: toVisit }))
	}

	async isHere(): Promise<void> {
		await this.isAt(this.t('bookings.new.who.title'), 'bookings.new.who.title')
	}

	member(name: string): Locator {
		return this.page.getByRole('checkbox', { name })
	}
}
