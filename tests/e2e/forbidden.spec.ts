import type { Page } from '@playwright/test'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { ApplicationPage, ApplyPage } from './pages/apply-page.ts'
import { CheckedPage } from './pages/checked-page.ts'
import { ProblemPage } from './pages/problem-page.ts'
import { expect, test } from './support/fixtures.ts'
import { signIn } from './support/sign-in.ts'
import { book, cancelAll } from './support/visits.ts'

const t = translator('nb')

test.use({ expectedErrors: [/status of (403|404)/] })

const family = [
	paths.applications(),
	paths.newApplication(),
	paths.application('ABCDEFGH2345'),
	paths.visits(),
	paths.newVisit(),
	paths.newVisitStep('time'),
	paths.visit('ABCDEFGH2345'),
	paths.visitPass('ABCDEFGH2345'),
	paths.cancelVisit('ABCDEFGH2345'),
	paths.phone(),
	paths.newTopUp(),
	paths.newTopUpStep('amount', { for: 'ABCDEFGH2345' }),
	paths.topUp('ABCDEFGH2345'),
	paths.topUpReceipt('ABCDEFGH2345'),
	paths.children(),
	paths.me(),
]
const officers = [
	paths.staff.today(),
	paths.staff.applications(),
	paths.staff.application('ABCDEFGH2345'),
	paths.staff.requests(),
	paths.staff.day(),
	paths.staff.checkIn({ code: 'ABCDEFGH' }),
	paths.staff.booking('ABCDEFGH2345'),
	paths.staff.facility(),
	paths.staff.funds(),
	paths.staff.topUpDetails('ABCDEFGH2345'),
	paths.staff.newRefund('ABCDEFGH2345'),
	paths.staff.refund('ABCDEFGH2345'),
	paths.staff.reconciliation(),
]

test('who is not signed in is asked to sign in, and told nothing else', async ({ page }) => {
	test.setTimeout(120_000)
	for (const path of family) {
		await page.goto(path)
		await expect(page).toHaveURL(paths.signIn(path))
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sign-in.title'))
	}
	await asksOfficers(page)
	await new CheckedPage(page).isAt(t('sign-in.staff.title'), 'sign-in.staff.title')
})

async function asksOfficers(page: Page): Promise<void> {
	for (const path of officers) {
		await page.goto(path)
		await expect(page).toHaveURL(paths.staff.signIn(path))
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sign-in.staff.title'))
	}
}

test('what belongs to one family or one prison does not exist for others', async ({ page, stack, elsewhere }) => {
	test.setTimeout(240_000)
	await signIn(page, stack, 'kari')
	const apply = new ApplyPage(page)
	await apply.visit()
	await apply.send({ number: 'F-1003', name: 'Håkon Eide', relationship: 'friend' })
	const application = new ApplicationPage(page)
	await application.isHere()
	const applied = await application.reference()
	const { ref } = await book(page, { toVisit: 'Jonas Haugen' })

	const nina = await elsewhere()
	await signIn(nina, stack, 'nina')
	const nothing = new ProblemPage(nina)
	const theirs = [
		paths.application(applied),
		paths.visit(ref),
		paths.visitPass(ref),
		paths.changeVisit(ref),
		paths.cancelVisit(ref),
		paths.changeParty(ref),
		paths.newVisitStep('check', { hold: ref }),
	]
	for (const path of theirs) await nothing.standsAt(path)
	expect((await nina.request.get(paths.visitCalendarFile(ref))).status()).toBe(404)
	await asksOfficers(nina)

	const hilde = await elsewhere()
	await signIn(hilde, stack, 'hilde')
	const none = new ProblemPage(hilde)
	await none.standsAt(paths.staff.application(applied))
	await none.standsAt(paths.staff.booking(ref))

	await application.visit(applied)
	await application.button('applications.withdraw.confirm').click()
	await expect(application.main).toContainText(t('applications.withdraw.done'))
	await cancelAll(page)
})

test('an officer without the task has no such page', async ({ page, stack }) => {
	await signIn(page, stack, 'morten')
	for (const path of [paths.staff.applications(), paths.staff.funds(), paths.staff.newRefund('ABCDEFGH2345')]) {
		const answer = await page.goto(path)
		expect(answer?.status(), path).toBe(403)
		await new ProblemPage(page).isHere('errors.not-allowed')
	}
})

test('what changes something is taken from our own pages only', async ({ page, stack }) => {
	await signIn(page, stack, 'nina')
	const origins = [
		{ origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
		{ origin: stack.app, 'sec-fetch-site': 'same-site' },
		{ origin: 'null', 'sec-fetch-site': 'same-origin' },
	]
	for (const headers of origins) {
		const answer = await page.request.post(paths.signOut(), { headers, form: {}, maxRedirects: 0 })
		expect(answer.status(), JSON.stringify(headers)).toBe(403)
	}
	const form = `<form method="post" action="${stack.app}${paths.signOut()}"><button>Ut</button></form>`
	await page.route('http://elsewhere.example/', (route) => route.fulfill({ contentType: 'text/html', body: form }))
	await page.goto('http://elsewhere.example/')
	await page.getByRole('button', { name: 'Ut' }).click()
	await expect(page).toHaveURL(paths.signOut())
	await page.goto(paths.home())
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('home.hello', { name: 'Nina' }))
})

test('the inner doors of the framework are shut', async ({ page }) => {
	for (const path of [
		'/__manifest?p=/&version=1',
		'/?_data=root',
		'/visits?_data=routes/_family.visits._index',
		'/.env',
	]) {
		expect((await page.request.get(path)).status(), path).toBe(404)
	}
	expect((await page.request.get('/a//b')).status()).toBe(400)
	await new ProblemPage(page).standsAt('/nowhere')
})
