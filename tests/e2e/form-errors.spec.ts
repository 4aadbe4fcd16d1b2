import { translator } from '#app/i18n/translate.ts'
import { ApplyPage } from './pages/apply-page.ts'
import { ChildrenPage } from './pages/children-page.ts'
import { ChoosePartyPage } from './pages/choose-party-page.ts'
import { errorsLeadToFields } from './pages/errors-on.ts'
import { expect, test } from './support/fixtures.ts'
import { signIn } from './support/sign-in.ts'

const t = translator('nb')

test.use({ expectedErrors: [/status of 400 .*\/(applications\/new|children|visits\/new\/who)/] })

test.beforeEach(async ({ page, stack }) => {
	test.setTimeout(120_000)
	await signIn(page, stack, 'kari')
})

test('an application that lacks something comes back with what was written', async ({ page }) => {
	const apply = new ApplyPage(page)
	await apply.visit()
	await apply.number.fill('F-9999')
	await apply.message.fill('Vi trenger tolk.')
	await apply.button('applications.new.send').click()
	await apply.isHere()
	await errorsLeadToFields(apply, [
		[t('applications.error.name'), apply.name],
		[t('applications.error.relationship'), apply.relationship],
	])
	await expect(apply.number).toHaveValue('F-9999')
	await expect(apply.message).toHaveValue('Vi trenger tolk.')
})

test('a child that lacks a name comes back with what was written', async ({ page }) => {
	const children = new ChildrenPage(page)
	await children.visit()
	await children.familyName.fill('Haugen')
	await children.day.fill('3')
	await children.month.fill('2')
	await children.year.fill('2020')
	await children.add.click()
	await children.isHere()
	await errorsLeadToFields(children, [[t('visitors.children.error.given-name'), children.givenName]])
	await expect(children.familyName).toHaveValue('Haugen')
})

test('a date that does not exist is asked for again, and is kept', async ({ page }) => {
	const children = new ChildrenPage(page)
	await children.visit()
	await children.givenName.fill('Oda')
	await children.familyName.fill('Haugen')
	await children.day.fill('31')
	await children.month.fill('2')
	await children.year.fill('2020')
	await children.add.click()
	await children.isHere()
	await errorsLeadToFields(children, [[t('errors.form.date-unreal'), children.born]])
	await expect(children.givenName).toHaveValue('Oda')
	await expect(children.day).toHaveValue('31')
	await expect(children.month).toHaveValue('2')
	await expect(children.year).toHaveValue('2020')
})

test('a visit with nobody asks who comes', async ({ page }) => {
	const party = new ChoosePartyPage(page)
	await party.begin('Jonas Haugen')
	await party.member('Kari Haugen').uncheck()
	await party.next.click()
	await party.isHere()
	const summary = party.main.getByRole('region', { name: t('errors.summary') })
	await expect(summary).toBeFocused()
	await summary.getByRole('link', { name: t('bookings.error.party') }).click()
	await expect(party.main.getByRole('checkbox').first()).toBeFocused()
	await expect(party.member('Kari Haugen')).not.toBeChecked()
})

test('what is still wrong at the second try takes the focus again', async ({ page }) => {
	const apply = new ApplyPage(page)
	await apply.visit()
	await apply.button('applications.new.send').click()
	await page.getByRole('link', { name: t('applications.error.number') }).click()
	await page.keyboard.type('F-9999')
	await apply.button('applications.new.send').click()
	await errorsLeadToFields(apply, [
		[t('applications.error.name'), apply.name],
		[t('applications.error.relationship'), apply.relationship],
	])
})
