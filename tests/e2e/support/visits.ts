import type { Page } from '@playwright/test'
import type { Locale } from '#app/i18n/locale.ts'
import { paths } from '#app/paths.ts'
import { CheckAnswersPage } from '../pages/check-answers-page.ts'
import { ChoosePartyPage } from '../pages/choose-party-page.ts'
import { ChooseTimePage } from '../pages/choose-time-page.ts'
import { CancelPage, VisitPage } from '../pages/visit-page.ts'

interface VisitRequest {
	toVisit: string
	/** Who comes beside the one who books. */
	with?: readonly string[]
	/** Picks a day among those that are free; the third of them unless it is told. */
	day?: (free: readonly string[]) => string
	locale?: Locale
}

/** As far as the calendar. */
export async function toCalendar(page: Page, request: VisitRequest): Promise<ChooseTimePage> {
	const party = new ChoosePartyPage(page, request.locale)
	await party.begin(request.toVisit)
	for (const name of request.with ?? []) await party.member(name).check()
	await party.next.click()
	const times = new ChooseTimePage(page, request.locale)
	await times.isHere()
	return times
}

/** As far as a place that is held. Says the day. */
export async function hold(page: Page, request: VisitRequest): Promise<{ check: CheckAnswersPage; day: string }> {
	const times = await toCalendar(page, request)
	const free = await times.datesFree()
	const day = request.day ? request.day(free) : (free[2] ?? '')
	await times.openDay(day)
	await times.times.first().click()
	const check = new CheckAnswersPage(page, request.locale)
	await check.isHere()
	return { check, day }
}

/** All the way. */
export async function book(page: Page, request: VisitRequest): Promise<{ visit: VisitPage; ref: string; day: string }> {
	const { check, day } = await hold(page, request)
	await check.book.click()
	const visit = new VisitPage(page, request.locale)
	await visit.isHere()
	return { visit, day, ref: await visit.reference() }
}

/** Leaves nothing behind for the next test: whatever this person has to come is cancelled. */
export async function cancelAll(page: Page, locale: Locale = 'nb'): Promise<void> {
	await page.goto(paths.visits())
	const hrefs = await page
		.getByRole('main')
		.locator('.card-link')
		.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
	for (const href of hrefs) {
		const ref = decodeURIComponent(href.split('/').at(-1) ?? '')
		await page.goto(paths.cancelVisit(ref))
		const cancel = new CancelPage(page, locale)
		if (new URL(page.url()).pathname !== paths.cancelVisit(ref)) continue
		await cancel.confirm.click()
		await page.waitForURL(paths.visit(ref))
	}
}
