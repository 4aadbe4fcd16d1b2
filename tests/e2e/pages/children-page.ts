import { paths } from '#app/paths.ts'
import { CheckedPage } from './checked-page.ts'

export class ChildrenPage extends CheckedPage {
	readonly givenName = this.page.getByLabel(this.t('visitors.children.given-name'), { exact: true })
	readonly familyName = this.page.getByLabel(this.t('visitors.children.family-name'), { exact: true })
	readonly born = this.page.getByRole('group', { name: this.t('visitors.children.born') })
	readonly day = this.born.getByLabel(this.t('common.day'), { exact: true })
	readonly month = this.born.getByLabel(this.t('common.month'), { exact: true })
	readonly year = this.born.getByLabel(this.t('common.year'), { exact: true })
	readonly add = this.button('visitors.children.add.confirm')

	async visit(): Promise<void> {
		await this.page.goto(paths.children())
		await this.isHere()
	}

	async isHere(): Promise<void> {
		await this.isAt(this.t('visitors.children.title'), 'visitors.children.title')
	}
}
