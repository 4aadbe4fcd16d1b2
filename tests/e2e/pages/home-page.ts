import { paths } from '#app/paths.ts'
import { CheckedPage } from './checked-page.ts'

export class HomePage extends CheckedPage {
	async visit(): Promise<void> {
		await this.page.goto(paths.home())
	}

	/** The front page as it is for everyone. */
	async isWelcome(): Promise<void> {
		await this.isAt(this.t('home.welcome'), null)
	}

	/** The front page of somebody who is signed in. */
	async isFor(givenName: string): Promise<void> {
		await this.isAt(this.t('home.hello', { name: givenName }), null)
	}
}
