import type { Page } from '@playwright/test'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { ReviewsPage } from './pages/review-pages.ts'
import { CasePage, GatePage, QueuePage } from './pages/staff-pages.ts'
import { expect, test } from './support/fixtures.ts'
import { signIn } from './support/sign-in.ts'

const t = translator('nb')

test.use({ expectedErrors: [/status of (400|409) .*\/staff\/(check-in|applications)/] })

const widths = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } }

async function fits(page: Page): Promise<void> {
	for (const size of Object.values(widths)) {
		await page.setViewportSize(size)
		const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
		expect(over, `wider than a window of ${size.width}`).toBeLessThanOrEqual(0)
	}
}

/** The visit that is under review for a cause: its code, when it begins, and its reference. */
async function visitUnderReview(page: Page, cause: 'visitor-banned' | 'court-restriction-added') {
	const reviews = new ReviewsPage(page)
	await reviews.visit()
	const row = reviews.main.getByRole('row').filter({ hasText: t(`reviews.cause.${cause}`) })
	const href = await row.first().getByRole('link').getAttribute('href')
	const ref = href?.split('/').at(-1) ?? ''
	await page.goto(paths.staff.booking(ref))
	const code = (await page.getByRole('main').locator('code').first().textContent()) ?? ''
	return { ref, code }
}

test('who is banned is stopped at the gate, in words that are read without colour, and named in the list', async ({
	page,
	stack,
	elsewhere,
}) => {
	await signIn(page, stack, 'berit')
	const { ref, code } = await visitUnderReview(page, 'visitor-banned')
	const gate = new GatePage(page)
	await page.goto(paths.staff.checkIn({ code }))
	await gate.isHere()
	const stop = gate.main.locator('.gate-stop')
	await expect(stop.getByRole('heading')).toHaveText(t('bookings.officer.gate.stop.title'))
	await expect(stop).toContainText(/er utestengt til \d+\. \S+ \d{4}\./)
	await expect(stop.getByRole('link', { name: t('bookings.officer.gate.stop.open-review') })).toHaveAttribute(
		'href',
		paths.staff.review(ref),
	)
	await expect(gate.admit).toHaveCount(0)
	await fits(page)
	const size = await stop.getByRole('heading').evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))
	expect(size, 'the size of the word that stops').toBeGreaterThanOrEqual(24)

	const officer = await elsewhere()
	await signIn(officer, stack, 'morten')
	const court = await visitUnderReview(officer, 'court-restriction-added')
	await officer.goto(paths.staff.checkIn({ code: court.code }))
	const theirs = new GatePage(officer)
	await theirs.isHere()
	await expect(theirs.main.locator('.gate-stop')).toContainText(t('bookings.officer.gate.stop.neutral'))
	await expect(theirs.main).not.toContainText(t('bookings.officer.gate.stop.court-restriction'))
	await expect(theirs.admit).toHaveCount(0)
	await fits(officer)
})

test('an application is matched by hand with both names in view, and the match is undone', async ({ page, stack }) => {
	await signIn(page, stack, 'berit')
	const queue = new QueuePage(page)
	await page.goto(paths.staff.applications())
	await queue.isHere()
	await fits(page)
	await queue.main
		.getByRole('row')
		.filter({ hasText: t('applications.officer.match.none') })
		.first()
		.getByRole('rowheader')
		.getByRole('link')
		.first()
		.click()
	const file = new CasePage(page)
	const number = file.main.getByLabel(t('applications.officer.case.link-number'), { exact: true })
	await number.fill('F-0000')
	await file.button('applications.officer.case.find').click()
	await expect(file.main.getByText(t('applications.officer.case.link-unknown')).first()).toBeVisible()
	await expect(number).toHaveValue('F-0000')
	await number.fill('F-1002')
	await file.button('applications.officer.case.find').click()
	await expect(file.main).toContainText('Berg, Eirik')
	await expect(file.main).toContainText(t('applications.officer.case.link-differs'))
	await fits(page)
	await file.button('applications.officer.case.link').click()
	await expect(file.main.getByText(t('errors.form.confirm')).first()).toBeVisible()
	await file.main.getByRole('checkbox').check()
	await file.button('applications.officer.case.link').click()
	await expect(file.main).toContainText(t('applications.officer.match.linked-by', { name: 'Berit Lund' }))
	await fits(page)
	await file.button('applications.officer.case.unlink').click()
	await expect(file.main).toContainText(t('applications.officer.case.unlinked'))
	await expect(number).toBeVisible()
})

test('an application that a check speaks against has no button to grant it', async ({ page, stack }) => {
	await signIn(page, stack, 'berit')
	await page.goto(paths.staff.applications())
	const against = t('applications.officer.queue.against', { checks: '' }).trim()
	const row = page
		.getByRole('row')
		.filter({ hasText: against })
		.filter({ hasNotText: t('applications.officer.match.none') })
	await row.first().getByRole('rowheader').getByRole('link').first().click()
	const file = new CasePage(page)
	const answers = await file.allClear.count()
	for (let n = 0; n < answers; n++) {
		const open = file.main
			.getByRole('row')
			.filter({ has: page.getByText(t('applications.officer.outcome.open'), { exact: true }) })
		if ((await open.count()) === 0) break
		await open.first().getByRole('button').first().click()
		await expect(file.main).toContainText(t('applications.officer.case.check-set'))
	}
	await expect(file.main).toContainText(t('applications.officer.case.needs-reasons'))
	await expect(file.grant).toHaveCount(0)
	await fits(page)
})
