import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { and, eq, sql } from 'drizzle-orm'
import { formatDate } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { newRef } from '#db/ids.ts'
import { application, closure, discrepancy, facility, prisoner, review, topUp, visitor } from '#db/schema/index.ts'
import { addVisitor } from '#sandbox/seeds/rows.ts'
import { makeBooking, makeSession } from '../integration/messages/fixture.ts'
import { expect, test } from './support/fixtures.ts'
import { printed, squeezed, written } from './support/paper.ts'
import { signIn } from './support/sign-in.ts'
import { book, cancelAll } from './support/visits.ts'

const t = translator('nb')
const day = '2026-12-16'
const closed = '2027-06-01'
const rows = 40
const prison = 'Fjellheim fengsel'

test.beforeEach(() => test.setTimeout(240_000))
test.afterEach(({ running }) => clear(running.ownerUrl))

/**
 * Forty visits on one day, each under review, forty requests on the next, forty applications and forty closures: more than one
 * sheet holds, whichever way it lies.
 */
async function fill(ownerUrl: string): Promise<void> {
	const db = connect(ownerUrl, { max: 1 })
	try {
		const [fjellheim] = await db.select().from(facility).where(eq(facility.name, prison))
		if (!fjellheim) throw new Error('The prison is not there')
		for (const state of ['confirmed', 'requested'] as const) {
			const startsAt = new Date(new Date(`${day}T08:00:00Z`).getTime() + (state === 'requested' ? 86_400_000 : 0))
			const endsAt = new Date(startsAt.getTime() + 3_600_000)
			const house = { facilityId: fjellheim.id, sessionId: randomUUID(), startsAt, endsAt }
			await makeSession(db, house)
			for (let n = 0; n < rows; n++) {
				const visitorId = await addVisitor(db, { givenName: 'Anne-Margrethe', familyName: `Kristoffersen-Bjerke${n}` })
				const { id } = await makeBooking(db, house, [visitorId], { state })
				if (state === 'confirmed') await insertReview(db, fjellheim.id, id)
				else await insertApplication(db, visitorId, n)
			}
		}
		await db.insert(closure).values(
			Array.from({ length: rows }, (_, n) => ({
				id: randomUUID(),
				ref: newRef(),
				facilityId: fjellheim.id,
				unit: 'A',
				firstDate: closed,
				lastDate: closed,
				reason: `Grunn nummer ${n} for at det er stengt`,
				createdAt: new Date('2026-11-24T07:00:00Z'),
			})),
		)
	} finally {
		await disconnect(db)
	}
}

async function insertReview(db: Db, facilityId: string, bookingId: string): Promise<void> {
	const openedAt = new Date('2026-11-23T07:00:00Z')
	const cause = { cause: 'permit-changed', causeId: randomUUID() } as const
	await db.insert(review).values({ id: randomUUID(), ref: newRef(), bookingId, facilityId, openedAt, ...cause })
}

async function insertApplication(db: Db, visitorId: string, n: number): Promise<void> {
	await db.insert(application).values({
		id: randomUUID(),
		ref: newRef(),
		applicantId: visitorId,
		visitorId,
		typedNumber: `X-${n}`,
		typedName: 'Nobody Of That Name',
		relationship: 'friend',
		track: 'family',
		guardianConsent: false,
		state: 'received',
		receivedAt: new Date('2026-11-23T07:00:00Z'),
	})
}

/** Takes away what other tests would find in their lists. */
async function clear(ownerUrl: string): Promise<void> {
	const db = connect(ownerUrl, { max: 1 })
	try {
		const printed = sql`select id from visitor where family_name like 'Kristoffersen-Bjerke%'`
		await db
			.delete(review)
			.where(sql`booking_id in (select booking_id from booking_visitor where visitor_id in (${printed}))`)
		await db.delete(application).where(sql`visitor_id in (${printed})`)
		await db.delete(closure).where(eq(closure.firstDate, closed))
	} finally {
		await disconnect(db)
	}
}

/** Nothing that the page holds is missing on the paper, no row is torn, every sheet of a table has its head. */
async function isWholeOnPaper(page: Page, facility: string | null): Promise<number> {
	const { rows: lines, heads, texts } = await written(page)
	for (const landscape of [false, true]) {
		const where = `${new URL(page.url()).pathname}, ${landscape ? 'landscape' : 'portrait'}`
		const sheets = await printed(page, { landscape })
		const whole = sheets.join('')
		expect(
			texts.filter((text) => !whole.includes(text)),
			`missing on paper: ${where}`,
		).toEqual([])
		const torn = lines.filter((cells) => !sheets.some((sheet) => cells.every((cell) => sheet.includes(cell))))
		expect(torn, `rows missing or torn: ${where}`).toEqual([])
		if (heads.length === 1 && lines.length > 0) {
			const headless = sheets.filter((sheet) => lines.some((cells) => sheet.includes(cells.join(''))))
			for (const sheet of headless)
				for (const head of heads[0] ?? []) expect(sheet, `the head: ${where}`).toContain(head)
		}
		for (const [index, sheet] of sheets.entries()) expect(sheet, where).toContain(`${index + 1}/${sheets.length}`)
		if (facility) for (const sheet of sheets) expect(sheet, `the prison: ${where}`).toContain(squeezed(facility))
	}
	return lines.length
}

test('every page of an officer is whole on paper, with forty rows and both ways @script', async ({
	page,
	stack,
	running,
	clock,
}) => {
	await fill(running.ownerUrl)
	await signIn(page, stack, 'berit')
	const now = await clock.now()
	await page.goto(paths.staff.day({ day }))
	expect(await isWholeOnPaper(page, prison)).toBeGreaterThanOrEqual(rows)
	const [first = ''] = await printed(page)
	// The table begins on the sheet that names it.
	expect(first).toContain(squeezed(t('common.col.prisoner')))
	expect(first).toContain('Nyquist')
	expect(first).toContain(
		squeezed(t('common.on-paper', { facility: prison, time: formatDate(now, 'nb', { year: true }) })),
	)
	await page.goto(paths.staff.requests())
	expect(await isWholeOnPaper(page, prison)).toBeGreaterThanOrEqual(rows)
	await page.goto(paths.staff.closures())
	expect(await isWholeOnPaper(page, prison)).toBeGreaterThanOrEqual(rows)
	await page.goto(paths.staff.applications())
	expect(await isWholeOnPaper(page, prison)).toBeGreaterThanOrEqual(rows)
	await page.goto(paths.staff.reviews())
	expect(await isWholeOnPaper(page, prison)).toBeGreaterThanOrEqual(rows)
	for (const path of [
		paths.staff.today(),
		paths.staff.timetable(),
		paths.staff.timetable({ day }),
		paths.staff.register(),
		paths.staff.search({ q: 'Kristoffersen', reason: 'enquiry' }),
	]) {
		await page.goto(path)
		await isWholeOnPaper(page, prison)
	}
	await page.goto(paths.staff.newClosure({ what: 'facility', from: day, to: day }))
	expect(await isWholeOnPaper(page, prison), 'the visits that a closure touches').toBeGreaterThanOrEqual(rows)
	const lists = [
		paths.staff.day({ day }),
		paths.staff.applications(),
		paths.staff.reviews(),
		paths.staff.search({ q: 'Nyquist', reason: 'enquiry' }),
		paths.staff.search({ q: 'Kristoffersen', reason: 'enquiry' }),
	]
	for (const list of lists) {
		await page.goto(list)
		const first = page.getByRole('main').locator('tbody a').first()
		await page.goto((await first.getAttribute('href', { timeout: 10_000 })) ?? '')
		await isWholeOnPaper(page, prison)
	}
})

/** Forty payments of one payer that came to nothing, and as many discrepancies. */
async function fillFunds(db: Db): Promise<string> {
	const [whom] = await db
		.select({ id: prisoner.id, facilityId: prisoner.facilityId })
		.from(prisoner)
		.innerJoin(facility, eq(facility.id, prisoner.facilityId))
		.where(eq(facility.name, 'Elvebredden fengsel'))
	if (!whom) throw new Error('The prison is not there')
	const payerId = await addVisitor(db, { givenName: 'Anne-Margrethe', familyName: 'Kristoffersen-Bjerke' })
	const at = new Date('2026-11-23T07:00:00Z')
	const refs = Array.from({ length: rows }, newRef)
	await db.insert(topUp).values(
		refs.map((ref) => ({
			...{ id: randomUUID(), ref, payerId, prisonerId: whom.id, facilityId: whom.facilityId, ore: 20_000 },
			...{ state: 'abandoned' as const, startedAt: at, checkoutUntil: at, abandonedAt: at },
		})),
	)
	await db.insert(discrepancy).values(
		refs.map((ref) => ({
			...{ id: randomUUID(), ref: newRef(), kind: 'only-at-stripe' as const, subject: `ch_print_${ref}`, foundAt: at },
		})),
	)
	return refs[0] ?? ''
}

test('the payments are whole on paper, with forty rows and both ways @script', async ({ page, stack, running }) => {
	const db = connect(running.ownerUrl, { max: 1 })
	const ref = await fillFunds(db)
	await signIn(page, stack, 'unni')
	await page.goto(paths.staff.funds())
	expect(await isWholeOnPaper(page, 'Elvebredden fengsel')).toBeGreaterThanOrEqual(2 * rows)
	for (const path of [paths.staff.reconciliation(), paths.staff.topUpDetails(ref)]) {
		await page.goto(path)
		await isWholeOnPaper(page, 'Elvebredden fengsel')
	}
	await db.delete(discrepancy).where(sql`subject like 'ch_print_%'`)
	await db.delete(topUp).where(sql`payer_id in (select id from visitor where family_name = 'Kristoffersen-Bjerke')`)
	await disconnect(db)
})

test('what a family keeps is whole on paper @script', async ({ page, stack, running }) => {
	await signIn(page, stack, 'kari')
	const db = connect(running.ownerUrl, { max: 1 })
	const [kari] = await db
		.select()
		.from(visitor)
		.where(and(eq(visitor.givenName, 'Kari'), eq(visitor.familyName, 'Haugen')))
	const [whom] = await db.select().from(prisoner).limit(1)
	if (!kari || !whom) throw new Error('Kari is not there')
	const [receipt, at] = [newRef(), new Date('2026-11-23T07:00:00Z')]
	await db.insert(topUp).values({
		...{
			id: randomUUID(),
			ref: receipt,
			payerId: kari.id,
			prisonerId: whom.id,
			facilityId: whom.facilityId,
			ore: 20_000,
		},
		...{ state: 'credited', startedAt: at, checkoutUntil: at, paidAt: at, refundBy: at, creditedAt: at },
	})
	const { ref } = await book(page, { toVisit: 'Jonas Haugen' })
	for (const path of [
		paths.visit(ref),
		paths.visitPass(ref),
		paths.visits(),
		paths.applications(),
		paths.phone(),
		paths.topUp(receipt),
		paths.topUpReceipt(receipt),
		paths.help(),
	]) {
		await page.goto(path)
		await isWholeOnPaper(page, null)
	}
	await db.delete(topUp).where(eq(topUp.ref, receipt))
	await disconnect(db)
	await cancelAll(page)
})
