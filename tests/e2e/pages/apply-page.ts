import { expect } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { CheckedPage } from './checked-page.ts'

export interface Application {
	number: string
	name: string
	relationship: string
	message?: string
}

export class ApplyPage extends CheckedPage {
	readonly number = this.page.getByLabel(this.t('applications.new.number'), { exact: true })
	readonly name = this.page.getByLabel(this.t('applications.new.name'), { exact: true })
	readonly relationship = this.page.getByLabel(this.t('applications.new.relationship'), { exact: true })
	readonly message = this.page.getByLabel(this.t('applications.new.message'))

	async visit(): Promise<void> {
		await this.page.goto(paths.newApplication())
		await this.isHere()
	}

	async isHere(): Promise<void> {
		await this.isAt(this.t('applications.new.title'), 'applications.new.title')
	}

	async send(application: Application): Promise<void> {
		await this.number.fill(application.number)
		await this.name.fill(application.name)
		await this.relationship.selectOption(application.relationship)
		if (application.message !== undefined) await this.message.fill(application.message)
		await this.button('applications.new.send').click()
	}
}

/** An application as its applicant sees it. */
export class ApplicationPage extends CheckedPage {
	async visit(ref: string): Promise<void> {
		await this.page.goto(paths.application(ref))
		await this.isHere()
	}

	async isHere(): Promise<void> {
		await this.isAt(this.t('applications.one.title'), 'applications.one.title')
	}

	/** The reference in large type, which is the address's too. */
	async reference(): Promise<string> {
		const shown = (await this.main.locator('.reference strong').textContent()) ?? ''
		await expect(this.page).toHaveURL(({ pathname }) => pathname === paths.application(shown))
		return shown
	}
}
