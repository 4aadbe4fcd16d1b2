import type { Locator } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { CheckedPage } from './checked-page.ts'

export class WaitingListPage extends CheckedPage {
	readonly make = this.button('waiting-list.new.confirm')
	readonly accept = this.main.getByRole('button', { name: new RegExp(`^${this.t('waiting-list.accept')}`) })

	/** A part of the last day that suits. */
	readonly lastYear = this.part('waiting-list.new.to', 'common.year')

	/** Waits for one day only, as a local date. */
	async only(date: string): Promise<void> {
		const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)))
		for (const end of ['waiting-list.new.from', 'waiting-list.new.to'] as const) {
			await this.part(end, 'common.day').fill(day)
			await this.part(end, 'common.month').fill(month)
			await this.part(end, 'common.year').fill(year)
		}
	}

	private part(
		end: 'waiting-list.new.from' | 'waiting-list.new.to',
		part: 'common.day' | 'common.month' | 'common.year',
	): Locator {
		return this.main.getByRole('group', { name: this.t(end) }).getByLabel(this.t(part), { exact: true })
	}

	async visit(): Promise<void> {
		await this.page.goto(paths.waitingList())
		await this.isHere()
	}

	async isHere(): Promise<void> {
		await this.isAt(this.t('waiting-list.title'), 'waiting-list.title')
	}
}
