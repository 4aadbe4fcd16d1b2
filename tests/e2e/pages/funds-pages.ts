import { expect, type Locator } from '@playwright/test'
import type { TextKey } from '#app/i18n/catalogue.ts'
import { paths } from '#app/paths.ts'
import { CheckedPage } from './checked-page.ts'

/** What waits, and the payments to search in. */
export class FundsPage extends CheckedPage {
	readonly search = this.main.getByLabel(this.t('funds.search.text'), { exact: true })
	readonly amount = this.main.getByLabel(this.t('funds.search.amount'), { exact: true })
	readonly find = this.button('funds.search.submit')

	async visit(): Promise<void> {
		await this.page.goto(paths.staff.funds())
		await this.isHere()
	}

	async isHere(): Promise<void> {
		await this.isAt(this.t('rail.funds'), 'rail.funds')
	}

	/** The line of a payment in the list. */
	line(ref: string): Locator {
		return this.main
			.getByRole('region', { name: this.t('funds.search.caption') })
			.getByRole('row')
			.filter({ has: this.page.locator(`a[href="${paths.staff.topUpDetails(ref)}"]`) })
	}

	/** The part that shows what waits. */
	waiting(title: TextKey): Locator {
		return this.main.getByRole('region', { name: this.t(title), exact: true }).first()
	}
}

/** One payment with its whole story. */
export class TopUpStoryPage extends CheckedPage {
	/** The state stands beside the title. Elsewhere the same words may speak of something else. */
	readonly state = this.main.locator('.page-title')
	readonly refunds = this.main.getByRole('region', { name: this.t('funds.top-up.refunds'), exact: true })
	readonly refund = this.link('funds.refund.open')
	readonly hold = this.main.locator('summary', { hasText: this.t('funds.hold.title') })
	readonly holdReason = this.main.getByLabel(this.t('common.reason'), { exact: true })
	readonly holdBack = this.button('funds.hold.do')
	readonly release = this.button('funds.hold.release')

	async visit(ref: string): Promise<void> {
		await this.page.goto(paths.staff.topUpDetails(ref))
		await this.isHere(ref)
	}

	async isHere(ref: string): Promise<void> {
		await this.isAt(this.t('funds.top-up.title-of', { ref }), 'funds.top-up.title')
	}

	/** The page is asked for again until the payment's state, or what is told, says so: what the worker does takes a moment. */
	async comesToSay(ref: string, text: string, told = this.state): Promise<void> {
		await expect(async () => {
			await this.page.goto(paths.staff.topUpDetails(ref))
			await expect(told).toContainText(text, { timeout: 500 })
		}).toPass({ timeout: 30_000 })
		await this.isHere(ref)
	}
}

export class NewRefundPage extends CheckedPage {
	readonly amount = this.main.getByLabel(this.t('funds.refund.amount'), { exact: true })
	readonly reason = this.main.getByLabel(this.t('funds.top-up.reason'), { exact: true })
	readonly check = this.button('funds.refund.check')
	readonly edit = this.button('funds.refund.edit')

	async isHere(ref: string): Promise<void> {
		await this.isAt(this.t('funds.refund.title-of', { ref }), 'funds.refund.title')
	}

	errors(): Locator {
		return this.main.getByRole('region', { name: this.t('errors.summary') })
	}
}

/** A proposed refund before a second officer. */
export class DecideRefundPage extends CheckedPage {
	readonly decline = this.button('funds.decide.decline')

	async isHere(): Promise<void> {
		await this.isAt(this.t('funds.decide.title'), 'funds.decide.title')
	}
}

export class ReconciliationPage extends CheckedPage {
	readonly run = this.button('funds.reconciliation.run')

	async visit(): Promise<void> {
		await this.page.goto(paths.staff.reconciliation())
		await this.isHere()
	}

	async isHere(): Promise<void> {
		await this.isAt(this.t('funds.reconciliation.title'), 'funds.reconciliation.title')
	}

	/** A comparison by how it came about, the latest first. */
	runs(how: 'daily' | 'by-hand'): Locator {
		return this.main.getByRole('row').filter({ hasText: this.t(`funds.reconciliation.${how}`) })
	}
}
