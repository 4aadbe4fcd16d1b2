import type { Locator } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { CheckedPage } from './checked-page.ts'
import { ChooseTimePage } from './choose-time-page.ts'

export class RoomsPage extends CheckedPage {
	async visit(): Promise<void> {
		await this.page.goto(paths.rooms())
		await this.isAt(this.t('rooms.title'), 'rooms.title')
	}

	room(name: string): Locator {
		return this.main.getByRole('link', { name, exact: true })
	}
}

/** Who comes to a stay, for how long, and with which consents. */
export class StayPartyPage extends CheckedPage {
	readonly next = this.button('bookings.new.who.next')

	async isHere(): Promise<void> {
		await this.isAt(this.t('rooms.new.who.title'), 'rooms.new.who.title')
	}

	member(name: string): Locator {
		return this.main.getByRole('checkbox', { name })
	}

	nights(count: number): Locator {
		return this.main.getByRole('radio', { name: this.t('rooms.nights', { count }), exact: true })
	}

	consent(of: 'guardian' | 'children-officer'): Locator {
		return this.main.getByRole('checkbox', { name: this.t(`rooms.consent.${of}.given`), exact: true })
	}
}

/** The days and times of a stay. */
export class StayTimePage extends ChooseTimePage {
	override isHere(): Promise<void> {
		return super.isHere('rooms.new.time.title')
	}

	/** Takes the first beginning of the opened day, with the last end that it can have. */
	async takeFirst(): Promise<void> {
		const first = this.main.locator('#times form').first()
		const until = first.getByLabel(this.t('rooms.stay.until'), { exact: true })
		const last = (await until.getByRole('option').allInnerTexts()).at(-1) ?? ''
		await until.selectOption(last)
		await first.getByRole('button').click()
	}
}
