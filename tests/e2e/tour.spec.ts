import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { DateTime } from 'luxon'
import { formatDate } from '#app/i18n/format.ts'
import { locales, nativeNames } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { ApplicationPage, ApplyPage } from './pages/apply-page.ts'
import { CheckAnswersPage } from './pages/check-answers-page.ts'
import { ChooseTimePage } from './pages/choose-time-page.ts'
import { ClosuresPage, NewClosurePage } from './pages/closure-pages.ts'
import { HomePage } from './pages/home-page.ts'
import { GatePage, TodayPage } from './pages/staff-pages.ts'
import { CancelPage, PassPage, VisitPage } from './pages/visit-page.ts'
import { expect, test } from './support/fixtures.ts'
import { signInByHand } from './support/sign-in.ts'
import { book, cancelAll, toCalendar } from './support/visits.ts'

const t = translator('nb')
const toVisit = 'Jonas Haugen'

/** The steps that docs/tour.md tells, in its own words. */
const told = [...readFileSync(resolve('docs/tour.md'), 'utf8').matchAll(/^## \d+\. (.+)$/gm)].map(([, title]) => title)

test('the tour of docs/tour.md can be walked as it is told', async ({ page, stack, clock, letters, elsewhere }) => {
	test.setTimeout(400_000)
	const walked: string[] = []
	const step = async <T>(title: string, walk: () => Promise<T>): Promise<T> => {
		walked.push(title)
		expect(told.slice(0, walked.length), 'the steps of docs/tour.md').toEqual(walked)
		return test.step(title, walk)
	}

	await step('What everyone may see', async () => {
		const home = new HomePage(page)
		await home.visit()
		await home.isWelcome()
		for (const locale of locales) await expect(page.getByText(nativeNames[locale], { exact: true })).toBeVisible()
		await expect(page.locator('body')).not.toContainText(/fjellheim|elvebredden|lyngmo/i)
		await page.goto(paths.visits())
		await expect(page).toHaveURL((url) => url.pathname === paths.signIn())
	})

	const kari = await signInByHand(page, stack, 'kari')
	const times = new ChooseTimePage(page)

	await step('Choose a time with a child', async () => {
		await toCalendar(page, { toVisit, with: ['Emma'] })
		expect((await times.datesFree()).length).toBeGreaterThan(5)
		const last = (await times.linksOf(times.main.locator('.calendar a'))).at(-1) ?? ''
		await times.openDay(/day=([\d-]+)/.exec(last)?.[1] ?? '')
		await expect(times.times).toHaveCount(0)
		await expect(times.why).toContainText(t('refusals.too-far-ahead.family'))
	})

	const visit = new VisitPage(page)
	const { ref, day, another } = await step('Book it, and read the mail', async () => {
		const free = await times.datesFree()
		// A day with another in the same week, for the step after this one.
		const first = free.find((one) => free.some((other) => other > one && weekOf(other) === weekOf(one))) ?? ''
		const second = free.find((other) => other > first && weekOf(other) === weekOf(first)) ?? ''
		await times.openDay(first)
		await times.times.first().click()
		const check = new CheckAnswersPage(page)
		await check.isHere()
		await check.book.click()
		await visit.isHere()
		const created = await visit.reference()
		const letter = await letters.find({ to: kari.email ?? '', subject: /bekreftet|bestilt|avtalt/i, about: created })
		expect(`${letter.subject} ${letter.text}`).not.toMatch(/jonas|fjellheim|fengsel/i)
		expect(await letters.attachment(letter)).toContain(`SUMMARY:${t('messages.calendar.title')}`)
		return { ref: created, day: first, another: second }
	})

	await step('One visit a week, and one more with a child', async () => {
		// The visit with Emma is the one more: the week's own is still there, alone or with her.
		await toCalendar(page, { toVisit })
		expect(await times.datesFree()).toContain(another)
		const second = await book(page, { toVisit, day: () => another })
		await toCalendar(page, { toVisit, with: ['Emma'] })
		expect((await times.datesFree()).filter((date) => weekOf(date) === weekOf(another))).toEqual([])
		await new CancelPage(page).visit(second.ref)
		await new CancelPage(page).confirm.click()
	})

	const code = await step('The pass', async () => {
		await visit.visit(ref)
		await visit.toPass.click()
		const pass = new PassPage(page)
		await pass.isHere()
		for (const key of [
			'bookings.pass.be-there',
			'bookings.pass.ids',
			'bookings.pass.way',
			'bookings.pass.save',
		] as const)
			await expect(pass.main).toContainText(t(key))
		return pass.code()
	})

	const desk = await elsewhere()
	await step('A day is closed, and nobody is cancelled in silence', async () => {
		await signInByHand(desk, stack, 'berit')
		const closing = new NewClosurePage(desk)
		await closing.visit()
		await closing.what('facility').check()
		await closing.from.fill(day)
		await closing.show.click()
		await expect(closing.touched(ref)).toContainText(toVisit)
		await closing.reason.fill('Omvisning')
		await closing.confirm.click()
		const closures = new ClosuresPage(desk)
		await closures.isHere()
		await visit.visit(ref)
		await expect(visit.main).toContainText(t('bookings.review.title'))
		await closures.line('Omvisning').getByRole('button').click()
		await expect(closures.main).toContainText(t('closures.lifted'))
		await visit.visit(ref)
		await expect(visit.main).not.toContainText(t('bookings.review.title'))
	})

	const gateDesk = await elsewhere()
	await step('At the gate', async () => {
		const [, hour = '', minute = ''] = /kl\. (\d\d)\.(\d\d)/.exec((await visit.main.textContent()) ?? '') ?? []
		const start = DateTime.fromISO(`${day}T${hour}:${minute}`, { zone: 'Europe/Oslo' })
		await expect(visit.main).toContainText(formatDate(day, 'nb'))
		await clock.moveTo(start.minus({ minutes: 10 }).toISO() ?? '')
		await signInByHand(gateDesk, stack, 'morten')
		const today = new TodayPage(gateDesk)
		await today.isHere()
		await expect(today.main).toContainText(formatDate(day, 'nb', { year: true }))
		// Of the whole table first: a failure then shows what stands there.
		await expect(today.main.getByRole('table').first()).toContainText(code)
		await expect(today.main.getByRole('row').filter({ hasText: code })).toContainText('Haugen')
		await today.go('rail.check-in')
		const gate = new GatePage(gateDesk)
		await gate.find(code)
		await expect(gate.main).toContainText('Emma')
		await expect(gate.main).toContainText(t('bookings.officer.gate.let-in.age-id', { age: '' }).trim())
		await gate.admit.click()
		await expect(gate.main).toContainText(t('bookings.officer.gate.done.check-in'))
		await gate.complete.click()
		await expect(gate.main).toContainText(t('bookings.officer.gate.done.complete'))
	})

	await step('What Kari cannot learn', async () => {
		const apply = new ApplyPage(page)
		await apply.visit()
		await apply.send({ number: 'X-4711', name: 'Ingen Her', relationship: 'friend' })
		const application = new ApplicationPage(page)
		await application.isHere()
		await expect(application.main).toContainText(t('applications.received.done'))
		await application.reference()
	})

	expect(walked).toEqual(told)
	await clock.putBack()
	await cancelAll(page)
})

function weekOf(date: string): string {
	return DateTime.fromISO(date).toFormat("kkkk-'W'WW")
}
