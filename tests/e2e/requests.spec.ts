import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { CheckAnswersPage } from './pages/check-answers-page.ts'
import { BookingPage } from './pages/staff-pages.ts'
import { VisitPage } from './pages/visit-page.ts'
import { expect, test } from './support/fixtures.ts'
import { signIn } from './support/sign-in.ts'
import { cancelAll, toCalendar } from './support/visits.ts'

const en = translator('en')
const nb = translator('nb')

test.use({ expectedErrors: [/status of 400 .*\/staff\/bookings/] })

test('a request is approved by an officer, and another is declined with a reason', async ({
	page,
	stack,
	elsewhere,
	letters,
}) => {
	test.setTimeout(240_000)
	const john = await signIn(page, stack, 'john')
	const to = john.email ?? ''
	const first = await ask(0)
	const desk = await elsewhere()
	await signIn(desk, stack, 'terje')
	const booking = new BookingPage(desk)
	await desk.goto(paths.staff.requests())
	await desk.locator(`a[href="${paths.staff.booking(first)}"]`).click()
	await booking.isAt(/Myhre/, 'bookings.officer.booking.title')
	await booking.button('bookings.officer.step.approve').click()
	await expect(booking.main).toContainText(nb('bookings.officer.booking.approved'))
	await letters.find({ to, subject: /confirmed/i, about: first })
	const visit = new VisitPage(page, 'en')
	await visit.visit(first)
	await visit.hasState('bookings.state.confirmed')

	const second = await ask(9)
	await booking.visit(second, /Myhre/)
	await booking.main
		.locator('summary')
		.filter({ hasText: nb('bookings.officer.step.decline') })
		.click()
	await booking.button('bookings.officer.step.decline').click()
	await expect(booking.main).toContainText(nb('common.error.reason'))
	const decline = booking.main.locator('details').filter({ hasText: nb('bookings.officer.step.decline') })
	await decline.getByLabel(nb('common.reason'), { exact: true }).fill('Alle rom er opptatt.')
	await booking.button('bookings.officer.step.decline').click()
	await expect(booking.main).toContainText(nb('bookings.officer.booking.declined'))
	await visit.visit(second)
	await visit.hasState('bookings.state.declined')
	await expect(visit.main).toContainText('Alle rom er opptatt.')
	await cancelAll(page, 'en')

	/** Asks for a visit so many free days from the first. Says its reference. */
	async function ask(skip: number): Promise<string> {
		const times = await toCalendar(page, { toVisit: 'Andreas Myhre', locale: 'en' })
		const day = (await times.datesFree())[skip] ?? ''
		await times.openDay(day)
		await times.times.first().click()
		const check = new CheckAnswersPage(page, 'en')
		await check.isHere()
		await check.button('bookings.new.check.ask').click()
		const asked = new VisitPage(page, 'en')
		await asked.isHere()
		await expect(asked.main).toContainText(en('bookings.requested.done'))
		await asked.hasState('bookings.state.requested')
		return asked.reference()
	}
})
