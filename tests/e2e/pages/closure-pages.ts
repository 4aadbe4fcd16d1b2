import type { Locator } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { CheckedPage } from './checked-page.ts'

export class ClosuresPage extends CheckedPage {
	async isHere(): Promise<void> {
		await this.isAt(this.t('closures.title'), 'closures.title')
	}

	/** The line of a closure, by the reason that was given for it. */
	line(reason: string): Locator {
		return this.main.getByRole('row').filter({ hasText: reason })
	}
}

/** What is to be closed; then whom it touches. */
export class NewClosurePage extends CheckedPage {
	readonly show = this.button('closures.show-touched')
	readonly from = this.main.getByLabel(this.t('closures.from'), { exact: true })
	readonly reason = this.main.getByLabel(this.t('common.reason'), { exact: true })
	readonly confirm = this.button('closures.confirm')

	async visit(): Promise<void> {
		await this.page.goto(paths.staff.newClosure())
		await this.isHere()
	}

	async isHere(): Promise<void> {
		await this.isAt(this.t('closures.new.title'), 'closures.new.title')
	}

	what(what: 'facility' | 'unit' | 'room'): Locator {
		return this.main.getByRole('radio', { name: this.t(`closures.what.${what}`), exact: true })
	}

	/** The line of a visit that would be touched. */
	touched(ref: string): Locator {
		return this.main.getByRole('row').filter({ has: this.page.locator(`a[href="${paths.staff.booking(ref)}"]`) })
	}
}

export class TimetablePage extends CheckedPage {
	async visit(day: string): Promise<void> {
		await this.page.goto(paths.staff.timetable({ week: day }))
		await this.isAt(this.t('rail.timetable'), 'rail.timetable')
	}
}
