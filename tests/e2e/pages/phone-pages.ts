import { expect, type Locator } from '@playwright/test'
import type { TopUpState } from '#app/domain/funds/top-up.ts'
import { paths } from '#app/paths.ts'
import { CheckedPage } from './checked-page.ts'

/** Whom one may pay in for, by which rules, and what one has paid. */
export class PhonePage extends CheckedPage {
	async visit(): Promise<void> {
		await this.page.goto(paths.phone())
		await this.isHere()
	}

	async isHere(): Promise<void> {
		await this.isAt(this.t('phone.title'), 'phone.title')
	}

	payFor(person: string): Locator {
		return this.main.getByRole('link', { name: `${this.t('phone.pay')} ${person}`, exact: true })
	}

	/** What stands of a payment in the list. */
	paid(ref: string): Locator {
		return this.main.getByRole('listitem').filter({ has: this.page.locator(`a[href^="${paths.topUp(ref)}"]`) })
	}
}

export class PayeePage extends CheckedPage {
	readonly number = this.main.getByLabel(this.t('phone.new.number'), { exact: true })
	readonly next = this.button('common.continue')

	async isHere(): Promise<void> {
		await this.isAt(this.t('phone.new.who.title'), 'phone.new.who.title')
	}
}

export class AmountPage extends CheckedPage {
	readonly amounts = this.main.getByRole('group', { name: this.t('phone.new.amount.label') })
	readonly typed = this.main.getByLabel(this.t('phone.new.amount.typed'), { exact: true })
	readonly next = this.button('common.continue')

	amount(words: string): Locator {
		return this.main.getByRole('radio', { name: words, exact: true })
	}

	async isHere(): Promise<void> {
		await this.isAt(this.t('phone.new.amount.title'), 'phone.new.amount.title')
	}
}

export class PaymentCheckPage extends CheckedPage {
	readonly pay = this.button('phone.new.check.pay')

	async isHere(): Promise<void> {
		await this.isAt(this.t('phone.new.check.title'), 'phone.new.check.title')
	}
}

/** A payment as its payer sees it. */
export class TopUpPage extends CheckedPage {
	readonly checkAgain = this.link('phone.one.check-again')
	readonly goOn = this.link('phone.one.continue')
	readonly tryAgain = this.link('phone.one.try-again')
	readonly giveUp = this.button('phone.one.give-up')
	readonly toReceipt = this.link('phone.receipt.show')

	async visit(ref: string): Promise<void> {
		await this.page.goto(paths.topUp(ref))
		await this.isHere()
	}

	async isHere(): Promise<void> {
		await this.isAt(this.t('phone.one.title'), 'phone.one.title')
	}

	/** The state as a word beside the title, and what it means under it. */
	async tells(state: Exclude<TopUpState, 'refunded' | 'disputed'>): Promise<void> {
		await this.isHere()
		await expect(this.main.locator('.page-title')).toContainText(this.t(`phone.state.${state}`))
		await expect(this.main.locator('.notice').filter({ hasText: this.t(`phone.one.${state}`) })).toBeVisible()
	}

	async reference(): Promise<string> {
		const shown = (await this.main.locator('.reference strong').textContent()) ?? ''
		await expect(this.page).toHaveURL(({ pathname }) => pathname === paths.topUp(shown))
		return shown
	}
}

export class ReceiptPage extends CheckedPage {
	async isHere(): Promise<void> {
		await this.isAt(this.t('phone.receipt.title'), 'phone.receipt.title')
	}
}
