import type { Locator } from '@playwright/test'
import { CheckedPage } from './checked-page.ts'

/** Who comes to a visit that stands. */
export class ChangePartyPage extends CheckedPage {
	readonly next = this.button('bookings.party.next')

	async isHere(): Promise<void> {
		await this.isAt(this.t('bookings.party.title'), 'bookings.party.title')
	}

	member(name: string): Locator {
		return this.page.getByRole('checkbox', { name })
	}
}

/** The same looked over, before it binds. */
export class CheckPartyPage extends CheckedPage {
	readonly confirm = this.button('bookings.party.check.confirm')
	readonly again = this.link('bookings.party.check.again')

	async isHere(): Promise<void> {
		await this.isAt(this.t('bookings.party.check.title'), 'bookings.party.check.title')
	}
}

/** The officers' page for the same. */
export class OfficerPartyPage extends CheckedPage {
	readonly change = this.button('bookings.officer.party.start')

	async isHere(): Promise<void> {
		await this.isAt(this.t('bookings.officer.party.title'), 'bookings.officer.party.title')
	}
}
