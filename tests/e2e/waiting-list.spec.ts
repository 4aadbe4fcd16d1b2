import { translator } from '#app/i18n/translate.ts'
import { CancelPage, VisitPage } from './pages/visit-page.ts'
import { WaitingListPage } from './pages/waiting-list-page.ts'
import { expect, test } from './support/fixtures.ts'
import { signIn } from './support/sign-in.ts'
import { cancelAll, toCalendar } from './support/visits.ts'

const nb = translator('nb')
const nn = translator('nn')

test.use({ expectedErrors: [/status of 400 .*\/waiting-list/] })

test('a place that another family gives up is offered to a waiting-list entry, held, and taken', async ({
	page,
	stack,
	letters,
	elsewhere,
}) => {
	test.setTimeout(240_000)
	await signIn(page, stack, 'kari')
	const calendar = await toCalendar(page, { toVisit: 'Jonas Haugen' })
	await calendar.askForGlass()
	const booth = nb('timetable.setting.booth')
	const day = await calendar.openDayWith(booth, 2)
	await calendar.times.filter({ hasText: booth }).click()
	await page.getByRole('button', { name: nb('bookings.new.check.book'), exact: true }).click()
	const visit = new VisitPage(page)
	await visit.isHere()
	const ref = await visit.reference()

	const sister = await elsewhere()
	await signIn(sister, stack, 'sunniva')
	const asked = await toCalendar(sister, { toVisit: 'Håkon Eide', locale: 'nn' })
	expect(await asked.datesFree()).not.toContain(day)
	await asked.link('waiting-list.new.start').click()
	const entries = new WaitingListPage(sister, 'nn')
	await entries.isHere()
	await entries.only(day)
	await entries.make.click()
	await entries.isHere()
	await expect(entries.main).toContainText(nn('waiting-list.joined'))
	await expect(entries.accept).toHaveCount(0)

	const cancel = new CancelPage(page)
	await cancel.visit(ref)
	await cancel.confirm.click()
	await visit.isHere()
	const to = stack.people.find(({ id }) => id === 'sunniva')?.email ?? ''
	await letters.find({ to, subject: new RegExp(nn('messages.waiting-list-offer.subject', { time: '' })), about: '' })
	// While it is held for her nobody else is offered it.
	const again = await toCalendar(page, { toVisit: 'Jonas Haugen' })
	await again.askForGlass()
	await again.openDay(day)
	await expect(again.times.filter({ hasText: booth })).toHaveCount(0)
	expect(await again.openDayWith(booth, 2)).not.toBe(day)

	await entries.visit()
	await entries.accept.click()
	const hers = new VisitPage(sister, 'nn')
	await hers.isHere()
	await hers.hasState('bookings.state.confirmed')
	await cancelAll(sister, 'nn')
})

test('a waiting-list entry without an end that can be is asked for again', async ({ page, stack }) => {
	await signIn(page, stack, 'kari')
	const calendar = await toCalendar(page, { toVisit: 'Jonas Haugen' })
	await calendar.link('waiting-list.new.start').click()
	const entries = new WaitingListPage(page)
	await entries.isHere()
	await entries.lastYear.fill('2020')
	await entries.make.click()
	await entries.isHere()
	const summary = entries.main.getByRole('region', { name: nb('errors.summary') })
	await expect(summary).toBeFocused()
	await expect(summary).toContainText(nb('waiting-list.error.to'))
	await expect(entries.lastYear).toHaveValue('2020')
})
