import { expect, type Response } from '@playwright/test'
import type { TextKey } from '#app/i18n/catalogue.ts'
import { CheckedPage } from './checked-page.ts'

/** The page that stands where another cannot be shown. */
export class ProblemPage extends CheckedPage {
	async isHere(problem: 'errors.not-found' | 'errors.not-allowed'): Promise<void> {
		const title: TextKey = `${problem}.title`
		await this.isAt(this.t(title), title)
	}

	/** Goes there, and finds no such page. */
	async standsAt(path: string): Promise<void> {
		await this.answers(await this.page.goto(path), 404)
		await this.isHere('errors.not-found')
	}

	private async answers(response: Response | null, status: number): Promise<void> {
		expect(response?.status(), `answer of ${this.page.url()}`).toBe(status)
	}
}
