import type { Locator, Page } from '@playwright/test'
import type { TextKey } from '#app/i18n/catalogue.ts'
import { htmlLang, locales, nativeNames } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { ApplyPage } from './pages/apply-page.ts'
import { CheckedPage } from './pages/checked-page.ts'
import { ChildrenPage } from './pages/children-page.ts'
import { errorsLeadToFields } from './pages/errors-on.ts'
import { HomePage } from './pages/home-page.ts'
import { GatePage } from './pages/staff-pages.ts'
import { expect, test } from './support/fixtures.ts'
import { signIn } from './support/sign-in.ts'
import { toCalendar } from './support/visits.ts'

const t = translator('nb')

test.use({ expectedErrors: [/status of 400 .*\/applications\/new/] })

const open: [path: string, title: TextKey][] = [
	[paths.help(), 'help.title'],
	[paths.accessibility(), 'accessibility.title'],
	[paths.privacy(), 'privacy.title'],
	[paths.signIn(), 'sign-in.title'],
]
const signedIn: [path: string, title: TextKey][] = [
	[paths.visits(), 'bookings.list.title'],
	[paths.applications(), 'applications.list.title'],
	[paths.me(), 'me.title'],
]

async function switchTo(page: Page, locale: (typeof locales)[number]): Promise<void> {
	await page.getByRole('button', { name: nativeNames[locale], exact: true }).click()
	await expect(page.locator('html')).toHaveAttribute('lang', htmlLang[locale])
}

for (const locale of locales) {
	// Without script it is the same for each: one is enough.
	const tag = locale === 'nn' ? [] : ['@script']
	test(`the language stays from page to page: ${locale}`, { tag }, async ({ page, stack }) => {
		test.setTimeout(240_000)
		await page.goto(paths.help())
		await switchTo(page, locale)
		await expect(page).toHaveURL(paths.help())
		const one = new CheckedPage(page, locale)
		for (const [path, title] of open) {
			await page.goto(path)
			await one.isAt(one.t(title), title)
		}
		const home = new HomePage(page, locale)
		await home.visit()
		await home.isWelcome()

		await page.goto(paths.signIn())
		await one.button('sign-in.button').click()
		await page.getByRole('button', { name: /^Kari/ }).click()
		await page.waitForURL(`${stack.app}/**`)
		await home.isFor('Kari')
		for (const [path, title] of signedIn) {
			await page.goto(path)
			await one.isAt(one.t(title), title)
		}
		await new ApplyPage(page, locale).visit()
		await new ChildrenPage(page, locale).visit()
		const times = await toCalendar(page, { toVisit: 'Jonas Haugen', locale })
		await times.openDay((await times.datesFree())[0] ?? '')
		await times.isHere()
		await switchTo(page, 'nb')
	})
}

test('a language that was chosen changes only the words: the step of the journey is kept', async ({ page, stack }) => {
	test.setTimeout(120_000)
	await signIn(page, stack, 'kari')
	const times = await toCalendar(page, { toVisit: 'Jonas Haugen', with: ['Emma'] })
	const before = new URL(page.url()).search
	await switchTo(page, 'en')
	expect(new URL(page.url()).search).toBe(before)
	expect(await times.datesFree()).not.toEqual([])
	await switchTo(page, 'nb')
})

test('everything is reached by keyboard, and Enter sends', async ({ page, stack }) => {
	test.setTimeout(120_000)
	await page.goto(paths.home())
	await page.keyboard.press('Tab')
	const skip = page.getByRole('link', { name: t('common.skip-to-content') })
	await expect(skip).toBeFocused()
	await expect(skip).toBeInViewport()
	await page.keyboard.press('Enter')
	await expect(page.getByRole('main')).toBeFocused()
	await page.keyboard.press('Tab')
	await expect(page.getByRole('link', { name: t('home.sign-in') })).toBeFocused()
	await page.keyboard.press('Enter')
	const toProvider = page.getByRole('main').getByRole('button', { name: t('sign-in.button') })
	await tabTo(page, toProvider)

	await signIn(page, stack, 'kari', paths.newApplication())
	const apply = new ApplyPage(page)
	await tabTo(page, apply.number)
	await page.keyboard.type('F-1003')
	await tabTo(page, apply.button('applications.new.send'))
	await apply.number.focus()
	await page.keyboard.press('Enter')
	await errorsLeadToFields(apply, [
		[t('applications.error.name'), apply.name],
		[t('applications.error.relationship'), apply.relationship],
	])
	await expect(apply.number).toHaveValue('F-1003')
})

test('the gate waits for a code, and Enter looks for it', async ({ page, stack }) => {
	await signIn(page, stack, 'morten', paths.staff.checkIn())
	const gate = new GatePage(page)
	await gate.isHere()
	await expect(gate.code).toBeFocused()
	await page.keyboard.type('ABCDEFGH')
	await page.keyboard.press('Enter')
	await expect(gate.main).toContainText(t('bookings.officer.gate.unknown'))
	await gate.isHere()
})

async function tabTo(page: Page, goal: Locator): Promise<void> {
	for (let n = 0; n < 40; n++) {
		if (await goal.evaluate((one) => one === document.activeElement)) return
		await page.keyboard.press('Tab')
	}
	await expect(goal).toBeFocused()
}
