import { CheckedPage } from './checked-page.ts'

export class CheckAnswersPage extends CheckedPage {
	readonly book = this.button('bookings.new.check.book')

	async isHere(): Promise<void> {
		await this.isAt(this.t('bookings.new.check.title'), 'bookings.new.check.title')
	}
}
