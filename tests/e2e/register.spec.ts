import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { RegisterPage, SearchPage } from './pages/register-pages.ts'
import { expect, test } from './support/fixtures.ts'
import { signIn } from './support/sign-in.ts'

const t = translator('nb')

test.use({ expectedErrors: [/status of 400 .*\/staff\/(register|search)/] })
test.beforeEach(() => test.setTimeout(120_000))

const header =
	'number;given_name;family_name;birth_date;facility;unit;security_level;legal_status;custody;valid_from;language'
const row = (number: string, unit: string) =>
	`${number};Åse;Prøvesen;02.04.1988;fjellheim;${unit};high;sentenced;in;2026-01-05T08:00;nb`

test('an officer sends a register file, sees how far it is, reads what was left out, and finds who is new', async ({
	page,
	stack,
}, { project }) => {
	await signIn(page, stack, 'berit')
	const register = new RegisterPage(page)
	await register.visit()
	await register.send.click()
	await register.isHere()
	await expect(register.main.getByRole('region', { name: t('errors.summary') })).toBeFocused()
	await expect(register.main).toContainText(t('register.error.file'))

	const number = `E2E-${project.name.toUpperCase()}`
	const lines = [header, row(number, 'A'), row(`${number}-2`, 'Ingensteds')].join('\r\n')
	await register.file.setInputFiles({ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(lines) })
	await register.send.click()
	await register.isHere()
	await expect(async () => {
		await page.reload()
		await expect(register.main).toContainText(t('register.state.done'), { timeout: 500 })
	}).toPass({ timeout: 30_000 })
	await register.isHere()
	await expect(register.main.getByRole('row', { name: '3 unit' })).toContainText(t('register.reason.unknown-unit'))
	const [download] = await Promise.all([page.waitForEvent('download'), register.download.click()])
	expect(download.suggestedFilename()).toMatch(/^register-\w+\.csv$/)

	// The box on every page asks for what the search is for, and keeps what was typed.
	await page.getByRole('banner').getByRole('searchbox').fill('aase proevesen')
	await page.getByRole('banner').getByRole('searchbox').press('Enter')
	const search = new SearchPage(page)
	await search.isHere()
	await expect(search.main).toContainText(t('search.error.reason'))
	await expect(search.typed).toHaveValue('aase proevesen')
	await search.reason.selectOption('enquiry')
	await search.search.click()
	await search.isHere()
	await search.found(number).getByRole('link').click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Prøvesen, Åse')
	await expect(search.main).toContainText(number)

	await search.page.goto(paths.staff.search({ q: 'Ingen Slik', reason: 'enquiry' }))
	await search.isHere()
	await expect(search.main).toContainText(t('search.none-hint'))
})
