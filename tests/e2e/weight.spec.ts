import { paths } from '#app/paths.ts'
import { expect, test } from './support/fixtures.ts'
import { weigh } from './support/page-weight.ts'
import { signIn } from './support/sign-in.ts'
import { toCalendar } from './support/visits.ts'

// What an old phone on a slow line has to fetch, from the build as a browser gets it. In bytes, packed; see docs/performance.md.

const firstVisit = 50_000
const nextPage = 12_000
const staffPage = 180_000
/** The little comfort that family pages have: a script of our own, never a framework's. */
const enhancement = 4_000
const shift = 0.02

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'a page without script weighs less, not more')

const open = [paths.home(), paths.signIn(), paths.help(), paths.accessibility(), paths.privacy()]
const signedIn = [
	paths.home(),
	paths.applications(),
	paths.newApplication(),
	paths.visits(),
	paths.newVisit(),
	paths.rooms(),
	paths.wishes(),
	paths.children(),
	paths.me(),
]
const staff = [
	paths.staff.today(),
	paths.staff.day(),
	paths.staff.sessions(),
	paths.staff.applications(),
	paths.staff.requests(),
	paths.staff.reviews(),
	paths.staff.checkIn(),
]

test('a family page is light at the first visit, wherever that begins', async ({ elsewhere }) => {
	for (const address of open) {
		const weight = await weigh(await elsewhere(), address)
		expect.soft(weight.all, address).toBeLessThanOrEqual(firstVisit)
		expect.soft(weight.shift, address).toBeLessThan(shift)
		expect
			.soft(
				weight.scripts.map(({ url }) => new URL(url).pathname),
				address,
			)
			.toEqual(['/enhance.js'])
		expect.soft(weight.scripts[0]?.bytes, address).toBeLessThanOrEqual(enhancement)
	}
})

test('the next family page brings little more than itself', async ({ page, world, elsewhere }) => {
	await signIn(page, world, 'kari')
	await toCalendar(page, { toVisit: 'Jonas Haugen' })
	const calendar = page.url()
	for (const address of [...signedIn, calendar]) {
		const next = await weigh(page, address)
		expect.soft(next.all, address).toBeLessThanOrEqual(nextPage)
		expect.soft(next.shift, address).toBeLessThan(shift)
	}
	const cookies = await page.context().cookies()
	for (const address of [paths.home(), calendar]) {
		const fresh = await elsewhere()
		await fresh.context().addCookies(cookies)
		const first = await weigh(fresh, address)
		expect.soft(first.all, address).toBeLessThanOrEqual(firstVisit)
	}
})

test('a page of the officers is light enough for an old office', async ({ page, world }) => {
	await signIn(page, world, 'berit', paths.staff.today())
	for (const address of staff) {
		const weight = await weigh(page, address)
		expect.soft(weight.all, address).toBeLessThanOrEqual(staffPage)
	}
})
