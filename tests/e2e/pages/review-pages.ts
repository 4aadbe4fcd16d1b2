import type { Locator } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { CheckedPage } from './checked-page.ts'

export class ReviewsPage extends CheckedPage {
	async visit(): Promise<void> {
		await this.page.goto(paths.staff.reviews())
		await this.isHere()
	}

	async isHere(): Promise<void> {
		await this.isAt(this.t('rail.reviews'), 'rail.reviews')
	}

	line(ref: string): Locator {
		return this.main.getByRole('row').filter({ has: this.page.locator(`a[href="${paths.staff.review(ref)}"]`) })
	}
}

/** One visit under review, and the ways to end that. */
export class ReviewPage extends CheckedPage {
	readonly claim = this.button('reviews.claim')
	readonly keep = this.button('reviews.keep')
	readonly moveTo = this.main.getByLabel(this.t('reviews.move-to'), { exact: true })
	readonly move = this.button('reviews.move')
	readonly cancelReason = this.main.getByLabel(this.t('common.reason'), { exact: true })
	readonly cancel = this.button('bookings.officer.step.cancel')

	async visit(ref: string): Promise<void> {
		await this.page.goto(paths.staff.review(ref))
		await this.isHere()
	}

	async isHere(): Promise<void> {
		await this.isAt(new RegExp(this.t('reviews.title-of', { name: '' }).trim()), 'reviews.title')
	}
}
