import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { ClosuresPage, NewClosurePage, TimetablePage } from './pages/closure-pages.ts'
import { ReviewPage, ReviewsPage } from './pages/review-pages.ts'
import { VisitPage } from './pages/visit-page.ts'
import { expect, test } from './support/fixtures.ts'
import { signIn } from './support/sign-in.ts'
import { book, cancelAll } from './support/visits.ts'

const t = translator('nb')
const jonas = 'Jonas Haugen'

test.use({ expectedErrors: [/status of (400|409) .*\/staff\/(closures\/new|reviews)/] })

test.beforeEach(() => test.setTimeout(240_000))
test.afterEach(async ({ page }) => cancelAll(page))

test('a day that is closed shows whom it touches first; opened again, all is as before', async ({
	page,
	stack,
	elsewhere,
}) => {
	const { officer, ref, day, visit } = await bookedBeside(page, stack, elsewhere)
	const closing = new NewClosurePage(officer)
	await closing.visit()
	await closing.show.click()
	await closing.isHere()
	const summary = closing.main.getByRole('region', { name: t('errors.summary') })
	await expect(summary).toBeFocused()
	await expect(summary).toContainText(t('closures.error.what'))

	await closing.what('facility').check()
	await closing.from.fill(day)
	await closing.show.click()
	await closing.isHere()
	await expect(closing.touched(ref)).toContainText('Jonas Haugen')
	await visit.visit(ref)
	await expect(visit.main).not.toContainText(t('bookings.review.title'))

	await closing.confirm.click()
	await closing.isHere()
	await expect(closing.main.getByRole('region', { name: t('errors.summary') })).toContainText(t('common.error.reason'))
	await closing.reason.fill('Kurs for alle ansatte')
	await closing.confirm.click()
	const closures = new ClosuresPage(officer)
	await closures.isHere()
	await expect(closures.main).toContainText(t('closures.done'))
	await visit.visit(ref)
	await expect(visit.main).toContainText(t('bookings.review.title'))
	await new ReviewsPage(officer).visit()
	const grid = new TimetablePage(officer)
	await grid.visit(day)
	await expect(grid.main.locator('.session-block[data-closed]').first()).toContainText(t('timetable.closed'))

	await openAgain(officer, 'Kurs for alle ansatte')
	await expect(closures.main).toContainText(t('closures.lifted'))
	await visit.visit(ref)
	await expect(visit.main).not.toContainText(t('bookings.review.title'))
	await visit.hasState('bookings.state.confirmed')
})

test('a visit under review is taken by an officer and moved, and the next is called off with a reason', async ({
	page,
	stack,
	elsewhere,
	letters,
}) => {
	const { officer, ref, day, visit } = await bookedBeside(page, stack, elsewhere)
	await closeDay(officer, day, 'Bemanning')
	const review = new ReviewPage(officer)
	await review.visit(ref)
	await expect(review.keep).toHaveCount(0)
	await expect(review.main).toContainText(t('reviews.cannot-keep'))
	await review.claim.click()
	await review.isHere()
	await expect(review.main).toContainText('Morten Dahl')
	await review.moveTo.selectOption({ index: 3 })
	await review.move.click()
	const reviews = new ReviewsPage(officer)
	await reviews.isHere()
	await expect(reviews.main).toContainText(t('reviews.done.moved'))
	await expect(reviews.line(ref)).toHaveCount(0)
	await visit.visit(ref)
	await visit.hasState('bookings.state.confirmed')

	await closeDay(officer, await dayOf(visit), 'Sykdom blant ansatte')
	await review.visit(ref)
	await review.cancel.click()
	await review.isHere()
	await review.cancelReason.fill('Vi mangler folk denne dagen.')
	await review.cancel.click()
	await reviews.isHere()
	await expect(reviews.main).toContainText(t('reviews.done.cancelled'))
	await visit.visit(ref)
	await visit.hasState('bookings.state.cancelled')
	await expect(visit.main).toContainText(t('bookings.cancelled-by-prison.title'))
	await expect(visit.main).toContainText('Vi mangler folk denne dagen.')
	const to = stack.people.find(({ id }) => id === 'kari')?.email ?? ''
	await letters.find({ to, subject: /avlyst$/, about: ref })
	for (const reason of ['Bemanning', 'Sykdom blant ansatte']) await openAgain(officer, reason)
})

type Page = Parameters<typeof signIn>[0]

/** Kari has a visit to come, and an officer sits at a desk. */
async function bookedBeside(page: Page, stack: Parameters<typeof signIn>[1], elsewhere: () => Promise<Page>) {
	await signIn(page, stack, 'kari')
	const { ref, day } = await book(page, { toVisit: jonas })
	const officer = await elsewhere()
	await signIn(officer, stack, 'morten')
	return { officer, ref, day, visit: new VisitPage(page) }
}

async function closeDay(officer: Page, day: string, reason: string): Promise<void> {
	await officer.goto(paths.staff.newClosure({ what: 'facility', from: day }))
	const closing = new NewClosurePage(officer)
	await closing.reason.fill(reason)
	await closing.confirm.click()
	await new ClosuresPage(officer).isHere()
}

async function openAgain(officer: Page, reason: string): Promise<void> {
	await officer.goto(paths.staff.closures())
	const closures = new ClosuresPage(officer)
	await closures.line(reason).getByRole('button').click()
	await closures.isHere()
	await expect(closures.line(reason)).toHaveCount(0)
}

/** The day of a visit, as its entry for a calendar says. */
async function dayOf(visit: VisitPage): Promise<string> {
	const ref = await visit.reference()
	const file = await (await visit.page.request.get(paths.visitCalendarFile(ref))).text()
	const [, year, month, day] = /BEGIN:VEVENT[\s\S]*DTSTART[^:]*:(\d{4})(\d{2})(\d{2})/.exec(file) ?? []
	return `${year}-${month}-${day}`
}
