import { DateTime } from 'luxon'
import { formatDate } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { CheckAnswersPage } from './pages/check-answers-page.ts'
import { BookingPage } from './pages/staff-pages.ts'
import { RoomsPage, StayPartyPage, StayTimePage } from './pages/stay-pages.ts'
import { PassPage, VisitPage } from './pages/visit-page.ts'
import { expect, test } from './support/fixtures.ts'
import { signIn } from './support/sign-in.ts'
import { cancelAll } from './support/visits.ts'

const t = translator('nb')

test.use({ expectedErrors: [/status of 400 .*\/rooms\/.+\/new/] })

test('the visiting house is reserved for a night with a child, moved, and given up', async ({
	page,
	stack,
	clock,
	elsewhere,
}) => {
	test.setTimeout(180_000)
	await signIn(page, stack, 'nina')
	const rooms = new RoomsPage(page)
	await rooms.visit()
	await rooms.room('Besøkshuset').click()
	const party = new StayPartyPage(page)
	await party.isHere()
	await party.member('Isak').check()
	await party.nights(1).check()
	await party.next.click()

	const times = new StayTimePage(page)
	await times.isHere()
	// A child stays the night with the consents only; what lacks is told, and what was chosen is kept.
	expect(await times.datesFree()).toEqual([])
	const now = DateTime.fromJSDate(await clock.now(), { zone: 'Europe/Oslo' })
	const soon = now.plus({ days: 5 }).toISODate() ?? ''
	await times.openDay(soon)
	await expect(times.why).toContainText(t('refusals.room-not-open.family'))
	await times.link('common.back').click()
	await party.isHere()
	await expect(party.member('Isak')).toBeChecked()
	await party.consent('guardian').check()
	await party.consent('children-officer').check()
	await party.next.click()

	await times.isHere()
	const [, day = '', other = ''] = await times.datesFree()
	await times.openDay(day)
	await times.isHere()
	await times.takeFirst()
	const check = new CheckAnswersPage(page)
	await check.isHere()
	await expect(check.main).toContainText('Besøkshuset')
	const nextDay = DateTime.fromISO(day).plus({ days: 1 }).toISODate() ?? ''
	await expect(check.main).toContainText(formatDate(nextDay, 'nb'))
	await check.book.click()
	const visit = new VisitPage(page)
	await visit.isHere()
	await visit.hasState('bookings.state.confirmed')
	const ref = await visit.reference()
	await visit.toPass.click()
	await new PassPage(page).isHere()

	const desk = await elsewhere()
	await signIn(desk, stack, 'hilde')
	const booking = new BookingPage(desk)
	await booking.visit(ref, /Strand/)
	await expect(booking.main).toContainText(t('rooms.fact.consents-to-see'))

	await visit.visit(ref)
	await visit.toChange.click()
	await expect(page).toHaveURL(paths.changeStay(ref))
	const choice = new StayTimePage(page)
	await choice.isAt(t('bookings.change.title'), 'bookings.change.title')
	await choice.openDay(other)
	await choice.takeFirst()
	await visit.isHere()
	await expect(visit.main).toContainText(t('bookings.change.done'))
	await expect(visit.main).toContainText(formatDate(other, 'nb'))
	await cancelAll(page)
})

test('a stay needs somebody who comes', async ({ page, stack }) => {
	await signIn(page, stack, 'nina')
	const rooms = new RoomsPage(page)
	await rooms.visit()
	await rooms.room('Lekerommet').click()
	const party = new StayPartyPage(page)
	await party.isHere()
	await party.member('Nina').uncheck()
	await party.next.click()
	await party.isHere()
	const summary = party.main.getByRole('region', { name: t('errors.summary') })
	await expect(summary).toBeFocused()
	await expect(summary).toContainText(t('bookings.error.party'))
})
