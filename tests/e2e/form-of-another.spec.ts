import type { Page } from '@playwright/test'
import { htmlLang, type Locale, locales, nativeNames } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { connect, disconnect } from '#db/client.server.ts'
import { ChildrenPage } from './pages/children-page.ts'
import { ClosuresPage, NewClosurePage } from './pages/closure-pages.ts'
import { FormMismatchPage } from './pages/form-mismatch-page.ts'
import { expect, test } from './support/fixtures.ts'
import { signInAtIssuer } from './support/sign-in.ts'

// What was opened in one tab is sent after another tab has signed somebody else in, or gone to another prison.

test.use({ expectedErrors: [/status of 409 /] })
test.beforeEach(() => test.setTimeout(120_000))
test.afterEach(({ running }) => takeSecondPrison(running.ownerUrl))

const plan = paths.staff.newClosure({ what: 'facility', from: '2027-02-13', to: '2027-02-13' })
const [fjellheim, elvebredden] = ['Fjellheim fengsel', 'Elvebredden fengsel']

async function choose(page: Page, facility: string): Promise<void> {
	await page.goto(paths.staff.facility())
	await page.getByRole('main').getByRole('button', { name: facility, exact: true }).click()
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

for (const locale of locales) {
	test(`a closure of one prison is not made in the other, and goes on from what was typed (${locale})`, async ({
		page,
		stack,
		running,
	}) => {
		await giveSecondPrison(running.ownerUrl)
		await signInAtIssuer(page, stack, 'morten')
		await inLanguage(page, locale)
		await choose(page, fjellheim)
		const closing = new NewClosurePage(page, locale)
		await page.goto(plan)
		await closing.reason.fill('Vannlekkasje')
		const other = await page.context().newPage()
		await choose(other, elvebredden)

		await closing.confirm.click()
		const mismatch = new FormMismatchPage(page, locale)
		await mismatch.isForFacility({ openedFor: fjellheim, here: elvebredden })
		await other.goto(paths.staff.closures())
		await expect(new ClosuresPage(other, locale).line('Vannlekkasje')).toHaveCount(0)

		await mismatch.button('form-mismatch.facility.switch', { openedFor: fjellheim }).click()
		await expect(closing.reason).toHaveValue('Vannlekkasje')
		await expect(closing.main).toContainText(closing.t('form-mismatch.kept'))
		await closing.confirm.click()
		const closures = new ClosuresPage(page, locale)
		await closures.isHere()
		await closures.line('Vannlekkasje').getByRole('button').click()
		await expect(closures.line('Vannlekkasje')).toHaveCount(0)
	})

	test(`on a shared phone nothing of the one family is saved on the other (${locale})`, async ({ page, stack }) => {
		// Chosen before signing in, so that it does not become the language of her letters.
		await inLanguage(page, locale)
		await signInAtIssuer(page, stack, 'kari')
		const karis = new ChildrenPage(page, locale)
		await page.goto(paths.children())
		await karis.givenName.fill('Iben')
		await karis.familyName.fill('Haugen')
		await karis.day.fill('3')
		await karis.month.fill('4')
		await karis.year.fill('2021')
		const other = await page.context().newPage()
		await changePerson(other, stack, 'amina', locale)

		await karis.add.click()
		const mismatch = new FormMismatchPage(page, locale)
		await mismatch.isForPerson()
		await expect(page.locator('body')).not.toContainText(/Kari|Amina|Haugen|Iben/)
		await other.goto(paths.children())
		await expect(other.getByRole('main')).not.toContainText('Iben')

		await mismatch.button('common.sign-out').click()
		await page.goto(paths.children())
		await expect(page).toHaveURL(paths.signIn(paths.children()))
	})
}

async function inLanguage(page: Page, locale: Locale): Promise<void> {
	await page.goto(paths.help())
	await page.getByRole('button', { name: nativeNames[locale], exact: true }).click()
	await expect(page.locator('html')).toHaveAttribute('lang', htmlLang[locale])
}

/** Another person signs in in this browser, after whoever was there has signed out. */
async function changePerson(
	page: Page,
	stack: Parameters<typeof signInAtIssuer>[1],
	id: string,
	locale: Locale,
): Promise<void> {
	await page.goto(paths.home())
	await page.getByRole('button', { name: translator(locale)('common.sign-out'), exact: true }).click()
	await expect(page.getByText(translator(locale)('sign-in.signed-out'))).toBeVisible()
	await signInAtIssuer(page, stack, id)
}

/** Morten works at Elvebredden too. */
async function giveSecondPrison(ownerUrl: string): Promise<void> {
	const db = connect(ownerUrl, { max: 1 })
	await db.$client`insert into officer_role (officer_id, facility_id, role)
		select o.id, f.id, 'visit-officer' from officer o, facility f where o.subject = 'morten' and f.slug = 'elvebredden'
		on conflict do nothing`
	await disconnect(db)
}

/** Who works in two prisons begins in either: the next test's officer is to begin where they always do. */
async function takeSecondPrison(ownerUrl: string): Promise<void> {
	const db = connect(ownerUrl, { max: 1 })
	await db.$client`delete from officer_role using officer o, facility f
		where officer_id = o.id and facility_id = f.id and o.subject = 'morten' and f.slug = 'elvebredden'`
	await disconnect(db)
}
