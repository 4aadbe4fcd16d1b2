import { expect, type Locator } from '@playwright/test'
import type { TextKey } from '#app/i18n/catalogue.ts'
import { formatDate } from '#app/i18n/format.ts'
import { CheckedPage } from './checked-page.ts'

/** A calendar, its list, and a day's times: where a visit is booked, and where it is moved. */
export class ChooseTimePage extends CheckedPage {
	readonly freeDays = this.main.locator('.calendar a[data-free]')

	async isHere(title: TextKey = 'bookings.new.time.title'): Promise<void> {
		await this.isAt(this.t(title), title)
	}

	/** Asks for times with a glass wall, which are shown only to those who need or ask for one. */
	async askForGlass(): Promise<void> {
		await this.link('bookings.new.time.strict').click()
		await expect(this.page).toHaveURL((url) => url.searchParams.get('ask') === 'glass')
	}

	/** The days with free times, as local dates. */
	async datesFree(): Promise<string[]> {
		return (await this.linksOf(this.freeDays)).map(dateOf)
	}

	/** Opens a day in the calendar, free or not. */
	async openDay(date: string): Promise<void> {
		await this.main.locator(`.calendar a[href*="day=${date}"]`).click()
		await this.isOpened(date)
	}

	/** Opens the first free day with such a time that has so many free days before it, and says which it is. */
	async openDayWith(setting: string, after: number): Promise<string> {
		for (const date of (await this.datesFree()).slice(after)) {
			await this.openDay(date)
			if ((await this.times.filter({ hasText: setting }).count()) > 0) return date
		}
		throw new Error(`No day has a time in ${setting}`)
	}

	/** Opens a free day from the plain list of days. */
	async openDayInList(date: string): Promise<void> {
		await this.main.getByText(this.t('bookings.time.as-list'), { exact: true }).click()
		await this.main.getByRole('link', { name: formatDate(date, this.locale), exact: true }).click()
		await this.isOpened(date)
	}

	private async isOpened(date: string): Promise<void> {
		await expect(this.page).toHaveURL((url) => url.searchParams.get('day') === date)
		await expect(this.main.locator('#times')).toContainText(formatDate(date, this.locale))
		await this.isWhole()
	}

	/** The buttons of the opened day's times. */
	get times(): Locator {
		return this.main.locator('#times').getByRole('button')
	}

	/** What the opened day says of its other times, or of why it has none. */
	get why(): Locator {
		return this.main.locator('#times details')
	}

	/** Each way that the opened day's times are set up: 'Besøkssal' and its like. */
	async settings(): Promise<string[]> {
		return this.main.locator('#times .time-card h3 + p').allInnerTexts()
	}

	async linksOf(links: Locator): Promise<string[]> {
		await this.isWhole()
		return links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
	}
}

function dateOf(href: string): string {
	return new URL(href, 'http://samvaer.invalid').searchParams.get('day') ?? ''
}
