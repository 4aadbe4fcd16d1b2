import ICAL from 'ical.js'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { ApplicationPage, ApplyPage } from './pages/apply-page.ts'
import { CheckAnswersPage } from './pages/check-answers-page.ts'
import { ChoosePartyPage } from './pages/choose-party-page.ts'
import { ChooseTimePage } from './pages/choose-time-page.ts'
import { HomePage } from './pages/home-page.ts'
import { BookingPage, CasePage, GatePage, QueuePage, TodayPage } from './pages/staff-pages.ts'
import { PassPage, VisitPage } from './pages/visit-page.ts'
import { expect, test } from './support/fixtures.ts'
import { signInByHand } from './support/sign-in.ts'

const t = translator('nb')

/** Each way of reading has its own prisoner, and its own day among those that are free. */
const stories: Readonly<
	Record<string, { number: string; givenName: string; familyName: string; officer: string; day: number }>
> = {
	script: { number: 'F-1002', givenName: 'Eirik', familyName: 'Berg', officer: 'berit', day: 3 },
	'no-script': { number: 'L-3001', givenName: 'Martin', familyName: 'Strand', officer: 'hilde', day: 5 },
}

test('a newcomer applies, is granted a permit, books, comes on the day and is let in', async ({
	page,
	stack,
	clock,
	letters,
	elsewhere,
}, { project }) => {
	test.setTimeout(300_000)
	const story = stories[project.name]
	if (!story) throw new Error(`There is no story for ${project.name}`)
	const prisoner = `${story.givenName} ${story.familyName}`

	const home = new HomePage(page)
	await home.visit()
	await home.isWelcome()
	const amina = await signInByHand(page, stack, 'amina')
	const to = amina.email ?? ''
	await home.isFor('Amina')

	await home.link('applications.list.title').click()
	await page
		.getByRole('main')
		.getByRole('link', { name: t('applications.new.start') })
		.click()
	const apply = new ApplyPage(page)
	await apply.isHere()
	await apply.send({ number: story.number, name: prisoner, relationship: 'friend', message: 'Jeg reiser langt.' })
	const application = new ApplicationPage(page)
	await application.isHere()
	await expect(application.main).toContainText(t('applications.received.done'))
	const reference = await application.reference()
	await letters.find({ to, subject: exactly(t('messages.application-received.subject')), about: reference })

	const desk = await elsewhere()
	await signInByHand(desk, stack, story.officer)
	const today = new TodayPage(desk)
	await today.isHere()
	await today.go('rail.applications')
	const queue = new QueuePage(desk)
	await queue.isHere()
	await expect(queue.line(reference)).toContainText(t('applications.officer.match.matched'))
	await queue.line(reference).getByRole('link').click()
	const file = new CasePage(desk)
	await file.isHere('Amina Solberg')
	await expect(file.main).toContainText('Jeg reiser langt.')
	await expect(file.grant).toHaveCount(0)
	expect(await file.clearAll()).toBe(4)
	await file.grant.click()
	await expect(file.main).toContainText(t('applications.officer.case.granted'))
	await file.isHere('Amina Solberg')
	await letters.find({ to, subject: exactly(t('messages.decision-ready.subject')), about: reference })

	await application.visit(reference)
	await expect(application.main).toContainText(t('applications.next.granted'))
	const party = new ChoosePartyPage(page)
	await party.begin(prisoner)
	await expect(party.member('Amina Solberg')).toBeChecked()
	await party.next.click()
	const times = new ChooseTimePage(page)
	await times.isHere()
	const day = (await times.datesFree())[story.day] ?? ''
	await times.openDayInList(day)
	await times.openDay(day)
	await times.isHere()
	await times.times.first().click()
	const check = new CheckAnswersPage(page)
	await check.isHere()
	await expect(check.main).toContainText(prisoner)
	await check.book.click()
	const visit = new VisitPage(page)
	await visit.isHere()
	await expect(visit.main).toContainText(t('bookings.confirmed.done'))
	await visit.hasState('bookings.state.confirmed')
	const booking = await visit.reference()

	const confirmation = await letters.find({
		to,
		subject: like(t('messages.booking-confirmed.subject', { time: '…' })),
		about: booking,
	})
	const start = startIn(await letters.attachment(confirmation), {
		day,
		secret: [story.familyName, story.givenName, 'Solberg', 'fengsel'],
	})
	for (const name of [prisoner, 'fengsel', 'Fjellheim', 'Lyngmo']) {
		expect(`${confirmation.subject} ${confirmation.text}`).not.toContain(name)
	}

	await visit.toPass.click()
	const pass = new PassPage(page)
	await pass.isHere()
	const code = await pass.code()

	await clock.moveTo(new Date(start.getTime() - 10 * 60_000).toISOString())
	await desk.goto(paths.staff.today())
	await today.isHere()
	await expect(today.main.getByRole('row').filter({ hasText: code })).toContainText('Solberg')
	await today.go('rail.check-in')
	const gate = new GatePage(desk)
	await gate.isHere()
	await gate.find(code)
	await gate.isHere()
	await expect(gate.main).toContainText('Amina Solberg')
	await gate.admit.click()
	await expect(gate.main).toContainText(t('bookings.officer.gate.done.check-in'))
	await gate.isHere()
	await clock.advance(60)
	await gate.complete.click()
	await expect(gate.main).toContainText(t('bookings.officer.gate.done.complete'))
	await new BookingPage(desk).visit(booking, new RegExp(story.familyName))

	await visit.visit(booking)
	await visit.hasState('bookings.state.completed')
})

function exactly(subject: string): RegExp {
	return new RegExp(`^${subject}$`)
}

/** A subject whose time is not known here. */
function like(subject: string): RegExp {
	return exactly(subject.replace('…', '.+'))
}

/** When the entry begins; it is neutral, and its time is told in a zone that every calendar knows. */
function startIn(file: string, { day, secret }: { day: string; secret: string[] }): Date {
	const calendar = new ICAL.Component(ICAL.parse(file))
	const events = calendar.getAllSubcomponents('vevent')
	expect(events).toHaveLength(1)
	const [event] = events
	if (!event) throw new Error('There is no event')
	expect(event.getFirstPropertyValue('summary')).toBe(t('messages.calendar.title'))
	for (const word of secret) expect(file.toLowerCase()).not.toContain(word.toLowerCase())
	const zones = calendar.getAllSubcomponents('vtimezone').map((one) => new ICAL.Timezone(one))
	expect(event.getFirstProperty('dtstart')?.getParameter('tzid')).toBe('Europe/Oslo')
	const { startDate } = new ICAL.Event(event)
	expect(startDate.toString().slice(0, 10)).toBe(day)
	expect(startDate.zone?.tzid ?? zones[0]?.tzid).toBe('Europe/Oslo')
	return startDate.toJSDate()
}
