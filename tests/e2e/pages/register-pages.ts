import type { Locator } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { CheckedPage } from './checked-page.ts'

/** Where an officer sends a register file, and where they read what came of it. */
export class RegisterPage extends CheckedPage {
	readonly file = this.main.getByLabel(this.t('register.upload.file'), { exact: true })
	readonly send = this.button('register.upload.send')
	readonly seeHowFar = this.main.getByRole('link', { name: this.t('register.see-how-far') })
	readonly download = this.main.getByRole('link', { name: this.t('register.download') })

	async visit(): Promise<void> {
		await this.page.goto(paths.staff.register())
		await this.isHere()
	}

	async isHere(): Promise<void> {
		await this.isAt(this.t('register.title'), 'register.title')
	}
}

/** The officers' search and the records it leads to. */
export class SearchPage extends CheckedPage {
	readonly typed = this.main.getByLabel(this.t('search.what'), { exact: true })
	readonly reason = this.main.getByLabel(this.t('search.reason'), { exact: true })
	readonly search = this.button('common.search')

	async isHere(): Promise<void> {
		await this.isAt(this.t('search.title'), 'search.title')
	}

	found(name: string): Locator {
		return this.main.getByRole('row').filter({ hasText: name })
	}
}
