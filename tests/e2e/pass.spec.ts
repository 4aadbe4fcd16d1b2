import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { formatDate } from '#app/i18n/format.ts'
import { htmlLang, type Locale, locales, nativeNames } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { PassPage } from './pages/visit-page.ts'
import { expect, test } from './support/fixtures.ts'
import { codeIn } from './support/picture.ts'
import { signIn, signInAtIssuer } from './support/sign-in.ts'
import { book, cancelAll } from './support/visits.ts'

const t = translator('nb')

/** Signs Kari in, who books for herself and both children and opens the pass. */
async function toPass(
	page: Page,
	stack: Parameters<typeof signIn>[1],
	enter = signIn,
): Promise<{ pass: PassPage; ref: string; day: string }> {
	await enter(page, stack, 'kari')
	const { visit, ref, day } = await book(page, { toVisit: 'Jonas Haugen', with: ['Emma', 'Jakob'] })
	await visit.toPass.click()
	const pass = new PassPage(page)
	await pass.isHere()
	return { pass, ref, day }
}

test.beforeEach(() => test.setTimeout(180_000))

test('the code is read from the page by another reader, in light and in the dark, wide and narrow', async ({
	page,
	stack,
}) => {
	const { pass } = await toPass(page, stack)
	const code = await pass.code()
	for (const colorScheme of ['light', 'dark'] as const) {
		for (const width of [1280, 360]) {
			await page.emulateMedia({ colorScheme })
			await page.setViewportSize({ width, height: 800 })
			expect(codeIn(await pass.main.locator('.qr-code').screenshot()), `${colorScheme}, ${width} px`).toBe(code)
		}
	}
	await cancelAll(page)
})

test('the pass says when, who, with what and where, in each language', async ({ page, stack }) => {
	const { pass, day } = await toPass(page, stack)
	for (const locale of locales) {
		await switchTo(page, locale)
		const one = new PassPage(page, locale)
		await one.isHere()
		for (const key of ['bookings.pass.be-there', 'bookings.pass.way', 'bookings.pass.remember-id'] as const)
			await expect(one.main).toContainText(one.t(key))
		for (const told of [formatDate(day, locale), 'Fjellveien 12', '61 00 00 10', 'Kari Haugen', 'Emma', 'Jakob'])
			await expect(one.main).toContainText(told)
		const ids = one.main.locator('.summary-list > div').filter({ hasText: one.t('bookings.pass.ids') })
		for (const name of ['Kari Haugen', 'Jakob']) await expect(ids).toContainText(name)
		await expect(ids).not.toContainText('Emma')
	}
	await switchTo(page, 'nb')
	await pass.isHere()
	await expect(pass.main).not.toContainText('Jonas')
	await cancelAll(page)
})

test('the pass is printed on one page, in each language', async ({ page, stack }) => {
	await toPass(page, stack)
	// So that one page is seen to be counted: a small sheet takes more.
	expect(await printedPages(page, 'A6')).toBeGreaterThan(1)
	for (const locale of locales) {
		await switchTo(page, locale)
		await new PassPage(page, locale).isHere()
		for (const format of ['A4', 'Letter']) expect(await printedPages(page, format), `${locale}, ${format}`).toBe(1)
	}
	await switchTo(page, 'nb')
	await cancelAll(page)
})

test('the pass that was saved opens without a network, names no prison, and its code is read', async ({
	page,
	stack,
	elsewhere,
}, { outputDir }) => {
	const { pass } = await toPass(page, stack)
	const code = await pass.code()
	const [download] = await Promise.all([page.waitForEvent('download'), pass.link('bookings.pass.save').click()])
	expect(download.suggestedFilename()).toBe('avtale.html')
	const file = `${outputDir}/avtale.html`
	await download.saveAs(file)

	const other = await elsewhere()
	const asked: string[] = []
	other.on('request', (request) => asked.push(request.url()))
	await other.context().setOffline(true)
	await other.setViewportSize({ width: 360, height: 800 })
	const address = pathToFileURL(file).href
	await other.goto(address)
	await expect(other).toHaveTitle(t('messages.calendar.title'))
	await expect(other.getByRole('heading', { level: 1 })).toHaveText(t('messages.calendar.title'))
	await expect(other.getByRole('img', { name: t('bookings.pass.code', { code }) })).toBeVisible()
	await expect(other.locator('body')).not.toContainText(/Haugen|Fjellheim|fengsel|besøk/i)
	expect(codeIn(await other.locator('figure').screenshot())).toBe(code)
	expect(await other.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0)
	expect(await printedPages(other, 'A4')).toBe(1)
	expect(asked).toEqual([address])
	await cancelAll(page)
})

test('nothing of the pass is left in the browser after signing out, and the way back shows none of it', async ({
	page,
	stack,
}) => {
	const { pass, ref } = await toPass(page, stack, signInAtIssuer)
	const code = await pass.code()
	const out = page.waitForResponse(
		(answer) => new URL(answer.url()).pathname === paths.signOut() && answer.request().method() === 'POST',
	)
	await page.getByRole('button', { name: t('common.sign-out') }).click()
	expect((await (await out).allHeaders())['clear-site-data']).toBe('"cache", "storage"')
	await page.waitForURL(`${stack.app}/**`)
	await expect(page.getByText(t('sign-in.signed-out'))).toBeVisible()

	for (const address of [paths.visitPass(ref), paths.visitPassFile(ref)]) {
		await page.goto(address)
		await expect(page).toHaveURL((url) => url.pathname === paths.signIn())
	}
	for (let back = 0; back < 8; back++) {
		if ((await page.goBack()) === null) break
		await expect(page.locator('body')).not.toContainText(code)
	}
	const kept = await page.context().storageState({ indexedDB: true })
	expect(kept.origins.filter(({ origin }) => origin === stack.app)).toEqual([])
	expect(page.context().serviceWorkers()).toEqual([])

	await signIn(page, stack, 'kari')
	await cancelAll(page)
})

async function switchTo(page: Page, locale: Locale): Promise<void> {
	await page.getByRole('button', { name: nativeNames[locale], exact: true }).click()
	await expect(page.locator('html')).toHaveAttribute('lang', htmlLang[locale])
}

/** How many pages of paper the page takes. It has to be whole first: Chromium does not print a page that is being replaced. */
async function printedPages(page: Page, format: string): Promise<number> {
	await page.waitForLoadState('load')
	const pdf = await page.pdf({ format })
	return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length
}
