import { DateTime } from 'luxon'
import { formatDate } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { CheckAnswersPage } from './pages/check-answers-page.ts'
import { ChooseTimePage } from './pages/choose-time-page.ts'
import { CancelPage, VisitPage } from './pages/visit-page.ts'
import { expect, test } from './support/fixtures.ts'
import { signIn } from './support/sign-in.ts'
import { book, cancelAll, hold, toCalendar } from './support/visits.ts'

const t = translator('nb')
const jonas = 'Jonas Haugen'

test.beforeEach(async ({ page, stack }) => {
	test.setTimeout(180_000)
	await signIn(page, stack, 'kari')
})

test.afterEach(async ({ page, clock }) => {
	await clock.putBack()
	await cancelAll(page)
})

test('a visit that is cancelled is no more, and its time is free again', async ({ page, letters, stack }) => {
	const { visit, ref, day } = await book(page, { toVisit: jonas, with: ['Emma'] })
	await expect(visit.main).toContainText('Emma')
	await visit.toCancel.click()
	const cancel = new CancelPage(page)
	await cancel.isHere()
	await cancel.confirm.click()
	await visit.isHere()
	await expect(visit.main).toContainText(t('bookings.cancel.done'))
	await visit.hasState('bookings.state.cancelled')
	await expect(visit.toPass).toHaveCount(0)
	await expect(visit.toCancel).toHaveCount(0)
	const to = stack.people.find(({ id }) => id === 'kari')?.email ?? ''
	const letter = await letters.find({ to, subject: /avlyst$/, about: ref })
	expect(await letters.attachment(letter)).toContain('METHOD:CANCEL')

	await page.goto(paths.visitPass(ref))
	await expect(page).toHaveURL(paths.visit(ref))
	expect(await (await toCalendar(page, { toVisit: jonas })).datesFree()).toContain(day)
})

test('a visit is moved to another day, and the old time is given up', async ({ page }) => {
	const { visit, day } = await book(page, { toVisit: jonas })
	await visit.toChange.click()
	const times = new ChooseTimePage(page)
	await times.isHere('bookings.change.title')
	const other = (await times.datesFree()).find((one) => one > day) ?? ''
	await times.openDay(other)
	await times.times.first().click()
	await visit.isHere()
	await expect(visit.main).toContainText(t('bookings.change.done'))
	await expect(visit.main).toContainText(formatDate(other, 'nb'))
	await visit.hasState('bookings.state.confirmed')
	await page.goto(paths.visits())
	const coming = page.getByRole('region', { name: t('bookings.list.coming') })
	await expect(coming.getByRole('link').filter({ hasText: formatDate(other, 'nb') })).toHaveCount(1)
	await expect(coming.getByRole('link').filter({ hasText: formatDate(day, 'nb') })).toHaveCount(0)
})

test('a place that was held too long is booked all the same while it is free', async ({ page, clock }) => {
	const { check } = await hold(page, { toVisit: jonas })
	await clock.advance(11)
	await page.reload()
	await expect(check.main).toContainText(t('bookings.new.check.ran-out'))
	await check.book.click()
	const visit = new VisitPage(page)
	await visit.isHere()
	await visit.hasState('bookings.state.confirmed')
})

test.describe('a place that is gone', () => {
	test.use({ expectedErrors: [/status of 409 .*visits\/new\/check/] })

	test('a place that was held too long may have gone to another, which is told', async ({
		page,
		stack,
		clock,
		elsewhere,
	}) => {
		const calendar = await toCalendar(page, { toVisit: jonas })
		await calendar.askForGlass()
		const booth = t('timetable.setting.booth')
		const day = await calendar.openDayWith(booth, 2)
		await calendar.times.filter({ hasText: booth }).click()
		const check = new CheckAnswersPage(page)
		await check.isHere()

		const sister = await elsewhere()
		await signIn(sister, stack, 'sunniva')
		const hers = { toVisit: 'Håkon Eide', locale: 'nn' as const }
		const asked = await toCalendar(sister, hers)
		expect(await asked.datesFree()).not.toContain(day)
		await clock.advance(11)
		await book(sister, { ...hers, day: () => day })

		await check.book.click()
		const refusals = check.main.getByRole('region', { name: t('bookings.refused.title') })
		await expect(refusals).toBeFocused()
		await expect(refusals).toContainText(t('refusals.hold-expired.family'))
		await check.isHere()
		await refusals.getByRole('link', { name: t('bookings.refused.choose-again') }).click()
		await calendar.isHere()
		await clock.putBack()
		await cancelAll(sister, 'nn')
	})
})

test('after a visit no more is offered that week, save with a child, and why is told', async ({ page }) => {
	const free = await (await toCalendar(page, { toVisit: jonas })).datesFree()
	const week = free.filter((day) => weekOf(day) === weekOf(free[7] ?? ''))
	const [first = '', second = ''] = week
	await book(page, { toVisit: jonas, day: () => first })

	const alone = await toCalendar(page, { toVisit: jonas })
	expect((await alone.datesFree()).filter((day) => weekOf(day) === weekOf(first))).toEqual([])
	await alone.openDay(second)
	await expect(alone.times).toHaveCount(0)
	await expect(alone.why).toContainText(t('refusals.weekly-visit-limit.family'))
	await alone.isHere()

	const withEmma = await toCalendar(page, { toVisit: jonas, with: ['Emma'] })
	expect(await withEmma.datesFree()).toContain(second)
})

test('days that are too near or too far have no times, and why is told', async ({ page, clock }) => {
	const times = await toCalendar(page, { toVisit: jonas })
	const now = DateTime.fromJSDate(await clock.now(), { zone: 'Europe/Oslo' })
	const free = await times.datesFree()
	expect(free.every((day) => day > (now.toISODate() ?? '') && day <= (now.plus({ days: 28 }).toISODate() ?? ''))).toBe(
		true,
	)
	const opened = (await times.linksOf(times.main.locator('.calendar a'))).map(
		(href) => /day=([\d-]+)/.exec(href)?.[1] ?? '',
	)

	const far = opened.at(-1) ?? ''
	await times.openDay(far)
	await expect(times.times).toHaveCount(0)
	await expect(times.why).toContainText(t('refusals.too-far-ahead.family'))

	await clock.moveTo(`${free[1]}T08:00`)
	await page.reload()
	await times.openDay(free[1] ?? '')
	await expect(times.times).toHaveCount(0)
	await expect(times.why).toContainText(t('refusals.too-soon.family'))
})

test('who needs a glass wall is offered booths only', async ({ elsewhere, stack }) => {
	const page = await elsewhere()
	await signIn(page, stack, 'sunniva')
	const times = await toCalendar(page, { toVisit: 'Håkon Eide', locale: 'nn' })
	const free = await times.datesFree()
	expect(free.length).toBeGreaterThan(0)
	expect(free.filter((day) => !isWorkday(day))).toEqual([])
	for (const day of free.slice(0, 3)) {
		await times.openDay(day)
		expect(await times.settings()).toEqual([translator('nn')('timetable.setting.booth')])
	}
})

function weekOf(day: string): string {
	return DateTime.fromISO(day).toFormat("kkkk-'W'WW")
}

/** Booths are open from Monday to Friday. */
function isWorkday(day: string): boolean {
	return DateTime.fromISO(day).weekday <= 5
}
