import { expect, type Locator } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { CheckedPage } from './checked-page.ts'

export class TodayPage extends CheckedPage {
	async isHere(): Promise<void> {
		await this.isAt(this.t('rail.today'), 'rail.today')
	}

	/** In the menu beside the page. */
	async go(to: 'rail.applications' | 'rail.check-in'): Promise<void> {
		const menu = this.page.getByRole('navigation', { name: this.t('common.main-menu') })
		await menu.getByRole('link', { name: new RegExp(`^${this.t(to)}`) }).click()
	}
}

export class QueuePage extends CheckedPage {
	async isHere(): Promise<void> {
		await this.isAt(this.t('rail.applications'), 'rail.applications')
	}

	/** The line of one application. */
	line(ref: string): Locator {
		return this.main.getByRole('row').filter({ has: this.page.locator(`a[href="${paths.staff.application(ref)}"]`) })
	}
}

export class CasePage extends CheckedPage {
	readonly grant = this.button('applications.officer.case.grant')
	/** One for each check that the case asks for. */
	readonly allClear = this.main.getByRole('button', {
		name: new RegExp(`^${this.t('applications.officer.outcome.clear')} `),
	})

	async isHere(applicant: string): Promise<void> {
		await this.isAt(
			this.t('applications.officer.case.title-of', { name: applicant }),
			'applications.officer.case.title',
		)
	}

	/** Returns every check, the first to the last, as in order. Says how many there were. */
	async clearAll(): Promise<number> {
		const count = await this.allClear.count()
		for (let n = 0; n < count; n++) {
			await this.allClear.nth(n).click()
			await expect(this.main).toContainText(this.t('applications.officer.case.check-set'))
			// The answer itself: the row's buttons say the same words before.
			const answer = this.main
				.getByRole('row')
				.nth(n + 1)
				.getByRole('cell')
				.first()
			await expect(answer).toContainText(this.t('applications.officer.outcome.clear'))
		}
		return count
	}
}

export class GatePage extends CheckedPage {
	readonly code = this.main.getByLabel(this.t('bookings.officer.gate.code'))
	readonly admit = this.button('bookings.officer.gate.check-in')
	readonly complete = this.button('bookings.officer.gate.complete')

	async isHere(): Promise<void> {
		await this.isAt(this.t('rail.check-in'), 'rail.check-in')
	}

	async find(code: string): Promise<void> {
		await this.code.fill(code)
		await this.button('bookings.officer.gate.find').click()
		await expect(this.page).toHaveURL((url) => url.searchParams.get('code') === code)
	}
}

/** A visit as the officers see it. */
export class BookingPage extends CheckedPage {
	async visit(ref: string, prisoner: string | RegExp): Promise<void> {
		await this.page.goto(paths.staff.booking(ref))
		await this.isAt(prisoner, 'bookings.officer.booking.title')
	}
}
