import type { Page } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { expect, test } from './support/fixtures.ts'
import { ownScript } from './support/own-script.ts'
import { type Weight, weigh } from './support/page-weight.ts'
import { signIn } from './support/sign-in.ts'
import { signInAsNewcomer } from './support/weighed/newcomer.ts'
import { answersTo, pageRoutes, unweighed } from './support/weighed/page-routes.ts'
import { families, familyPages, notWeighed, officers, staffPages, type WeighedPage } from './support/weighed/pages.ts'
import { makeRecords, type Records } from './support/weighed/records.ts'

// What an old phone on a slow line has to fetch, from the build as a browser gets it. In bytes, packed; see docs/performance.md.
// A page weighs less without script, not more, so each is weighed with.

const firstVisit = 50_000
const nextPage = 12_000
const staffPage = 180_000
/** The little comfort that family pages have: a script of our own, never a framework's. */
const enhancement = 4_000
const shift = 0.02
const oldPhone = { width: 360, height: 740 }

let records: Records
let putAway = async () => {}
test.beforeAll(async ({ running }) => {
	test.setTimeout(120_000)
	const created = await makeRecords(running)
	records = created.records
	putAway = created.putAway
})
test.afterAll(() => putAway())
test.beforeEach(() => test.setTimeout(120_000))
// What is not there has a page too.
test.use({ expectedErrors: [/status of 404 .*\/nowhere/] })

test('every page of the build is weighed', { tag: '@script' }, async () => {
	const routes = await pageRoutes()
	const [family, staff] = [familyPages(records), staffPages(records)]
	const pages = [...family, ...staff]
	expect(unweighed(routes, { pages, reasons: notWeighed })).toEqual([])
	// One that nobody has thought of is found.
	const more = [...routes, { name: 'staff.new-page', path: '/staff/new-page' }]
	expect(unweighed(more, { pages, reasons: notWeighed })).toEqual(['staff.new-page'])
	// What is named is there, each address is its route's, and is weighed as what it is.
	const names = routes.map(({ name }) => name)
	expect(Object.keys(notWeighed).filter((name) => !names.includes(name))).toEqual([])
	const isItsOwn = ({ route, address }: WeighedPage) =>
		routes.some((one) => one.name === route && answersTo(one, address))
	expect(pages.filter((one) => !isItsOwn(one))).toEqual([])
	expect(family.filter(({ route }) => route.startsWith('staff.'))).toEqual([])
	expect(staff.filter(({ route }) => !route.startsWith('staff.'))).toEqual([])
})

for (const reader of families) {
	test(`a family page is light, at the first visit and after another: ${reader}`, { tag: '@script' }, async ({
		page,
		stack,
		running,
	}) => {
		if (reader === 'newcomer') await signInAsNewcomer(page, running)
		else if (reader !== 'nobody') await signIn(page, stack, reader)
		await page.setViewportSize(oldPhone)
		await page.goto(paths.help())
		for (const one of familyPages(records).filter((one) => one.reader === reader)) {
			const next = await weighAt(page, one, { first: false })
			expect.soft(next.all, `${one.address}, after another page`).toBeLessThanOrEqual(nextPage)
			expect.soft(next.script, `scripts fetched again at ${one.address}`).toBe(0)
			const first = await weighAt(page, one, { first: true })
			expect.soft(first.all, `${one.address}, at the first visit`).toBeLessThanOrEqual(firstVisit)
			expect.soft(first.scripts, `scripts of ${one.address}`).toEqual([expect.stringMatching(ownScript)])
			expect.soft(first.script, `scripts of ${one.address}`).toBeLessThanOrEqual(enhancement)
		}
	})
}

for (const reader of officers) {
	test(`a page of the officers is light enough for an old office: ${reader}`, { tag: '@script' }, async ({
		page,
		stack,
	}) => {
		await signIn(page, stack, reader)
		for (const one of staffPages(records).filter((one) => one.reader === reader)) {
			const weight = await weighAt(page, one, { first: true })
			expect.soft(weight.all, one.address).toBeLessThanOrEqual(staffPage)
		}
	})
}

/** Weighs a page, sees that it was that page and no other, and that nothing in it moves. */
async function weighAt(page: Page, { address, status = 200 }: WeighedPage, how: { first: boolean }): Promise<Weight> {
	const weight = await weigh(page, address, how)
	expect(weight.status, address).toBe(status)
	expect(new URL(page.url()).pathname, address).toBe(new URL(address, page.url()).pathname)
	expect.soft(weight.shift, `what moves on ${address}`).toBeLessThan(shift)
	return weight
}
