import { expect } from '@playwright/test'
import { CheckedPage } from './checked-page.ts'

/** What answers a form that was rendered for somebody else or at another prison. */
export class FormMismatchPage extends CheckedPage {
	async isForPerson(): Promise<void> {
		await this.isAt(this.t('form-mismatch.person.title'), 'form-mismatch.person.title')
		await expect(this.main).toContainText(this.t('form-mismatch.person.text'))
	}

	async isForFacility(names: { openedFor: string; here: string }): Promise<void> {
		const title = this.t('form-mismatch.facility.title', names)
		await expect(this.page).toHaveTitle(this.t('common.page-title', { title }))
		await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(title)
		await expect(this.main).toContainText(this.t('form-mismatch.facility.text', names))
		await this.isSound()
	}
}
