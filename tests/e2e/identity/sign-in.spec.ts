import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { CheckedPage } from '../pages/checked-page.ts'
import { expect, test } from '../support/fixtures.ts'
import { personIn, signIn, signInByHand } from '../support/sign-in.ts'

const t = translator('nb')

test('someone who asks for a page comes to it after signing in, and leaves nothing behind', async ({
	page,
	context,
	stack,
}) => {
	await page.goto(paths.me())
	const door = new CheckedPage(page)
	await door.isAt(t('sign-in.title'), 'sign-in.title')
	await door.button('sign-in.button').click()
	await page.getByRole('button', { name: personIn(stack, 'kari').name, exact: true }).click()
	await page.waitForURL(`${stack.app}${paths.me()}`)
	await new CheckedPage(page).isAt(t('me.title'), 'me.title')

	const ours = (await context.cookies(stack.app)).filter(({ name }) => name.startsWith('__Host-'))
	expect(ours.length).toBeGreaterThan(0)
	for (const cookie of ours) expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax', path: '/' })

	await page.getByRole('button', { name: t('common.sign-out') }).click()
	await page.waitForURL(`${stack.app}${paths.home()}`)
	await expect(page.getByRole('status')).toHaveText(t('sign-in.signed-out'))
	await page.goBack()
	await expect(page.getByText('Haugen')).toHaveCount(0)
})

test('an officer signs in and out, at the issuer too, though its endpoints are on another host than its identifier', async ({
	page,
	stack,
}) => {
	const policies: string[] = []
	page.on('response', (response) => policies.push(response.headers()['content-security-policy'] ?? ''))
	await signInByHand(page, stack, 'berit')
	await expect(page).toHaveURL(`${stack.app}${paths.staff.today()}`)
	await page.getByRole('button', { name: t('common.sign-out') }).click()
	await page.waitForURL(`${stack.app}${paths.staff.signIn()}`)
	await page
		.getByRole('main')
		.getByRole('button', { name: t('sign-in.staff.button') })
		.click()
	// Signed out there as well: it asks who one is.
	await expect(page.getByRole('button', { name: personIn(stack, 'berit').name, exact: true })).toBeVisible()
	expect(policies.join()).not.toContain(new URL(stack.identity).origin.replace('127.0.0.1', 'localhost'))
})

test('how one is reached is changed', async ({ page, stack }) => {
	await signIn(page, stack, 'nina', paths.me())
	const me = new CheckedPage(page)
	await me.isAt(t('me.title'), 'me.title')
	await page.getByLabel(t('welcome.phone')).fill('0047 90000000')
	await me.button('me.save').click()
	await expect(page.getByRole('status')).toHaveText(t('me.saved'))
	await expect(page.getByLabel(t('welcome.phone'))).toHaveValue('+47 900 00 000')
})

test.describe('refusals', () => {
	test.use({ expectedErrors: [/status of 40[03]/] })

	test('a level below the highest is explained', async ({ page, stack }) => {
		await page.goto(paths.signIn())
		await page
			.getByRole('main')
			.getByRole('button', { name: t('sign-in.button') })
			.click()
		await page.locator('summary').click()
		await page.locator('#level').selectOption('idporten-loa-substantial')
		await page.getByRole('button', { name: personIn(stack, 'kari').name, exact: true }).click()
		await page.waitForURL(`${stack.app}/**`)
		await new CheckedPage(page).isAt(t('sign-in.level.title'), 'sign-in.level.title')
	})

	test('turning back at the issuer is explained', async ({ page, stack }) => {
		await page.goto(paths.staff.signIn())
		await page
			.getByRole('main')
			.getByRole('button', { name: t('sign-in.staff.button') })
			.click()
		await page.getByRole('button', { name: 'Avbryt' }).click()
		await page.waitForURL(`${stack.app}/**`)
		await new CheckedPage(page).isAt(t('sign-in.declined.title'), 'sign-in.declined.title')
	})
})
