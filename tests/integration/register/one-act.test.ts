import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Ctx } from '#app/services/context.ts'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import * as schema from '#db/schema/index.ts'
import { audit, prisoner, review } from '#db/schema/index.ts'
import { addFacility, addPermit, addPrisoner, addVisitor } from '#sandbox/seeds/rows.ts'
import { cloneDatabase, type TestDatabase } from '#tests/support/database.ts'
import { addBooking, addSession, clock, endings, messagesAbout, noon, openCauses } from '#tests/support/rows.ts'
import { csv, importFile } from './files.ts'

let database: TestDatabase
let client: postgres.Sql
let seed: Db
let hal: string
let bjo: string
let ctx: Ctx
let sent: string[] = []
beforeAll(async () => {
	database = await cloneDatabase()
	client = postgres(database.appUrl, { max: 1, debug: (_connection, text) => void sent.push(text) })
	seed = connect(database.ownerUrl, { max: 2 })
	hal = await addFacility(seed, { slug: 'hal' })
	bjo = await addFacility(seed, { slug: 'bjo' })
	ctx = { db: drizzle(client, { schema }), now: clock, actor: { kind: 'system' }, requestId: null }
})
beforeEach(() => {
	sent = []
})
afterAll(async () => {
	await Promise.all([client.end(), disconnect(seed)])
	await database.drop()
})

/** How many of the statements sent since the test began read like this. */
const count = (pattern: RegExp) => sent.filter((text) => pattern.test(text)).length
const locks = () => count(/from prisoner where id = any[\s\S]*for no key update/)
const writes = () => count(/^\s*update "prisoner"/)
const audits = () => count(/insert into audit/)
const bookingLocks = () => count(/from booking b where[\s\S]*for no key update/)
const evaluations = () => count(/nonAssociatedVisitors/)

/** A prisoner as the register's ordinary row has them, with a visit in each of these many days. */
async function booked(number: string, visits = 1, given: Partial<Parameters<typeof addPrisoner>[1]> = {}) {
	const prisonerId = await addPrisoner(seed, {
		...{ number, facilityId: hal, givenName: 'Åse', familyName: 'Prøve', born: '1988-04-02', language: 'nb' },
		...given,
	})
	const visitorId = await addVisitor(seed, { givenName: 'Kari', familyName: 'Nordmann' })
	await addPermit(seed, { visitorId, prisonerId, relationship: 'partner' })
	const bookings: string[] = []
	for (let visit = 0; visit < visits; visit++) {
		const startsAt = noon(3 + 7 * visit)
		const isFor = { units: ['A'], securityLevels: ['high' as const], legalStatuses: ['sentenced' as const] }
		const sessionId = await addSession(seed, { facilityId: hal, startsAt, ...isFor })
		bookings.push(await addBooking(seed, { prisonerId, party: [visitorId], sessionId }))
	}
	return { prisonerId, visitorId, bookings, bookingId: bookings[0] ?? '' }
}

async function trace(id: string) {
	const rows = await seed.select().from(audit).where(eq(audit.subjectId, id)).orderBy(audit.id)
	return rows.map(({ action, detail }) => ({ action, ...detail }))
}

/** Name, custody, legal status and, where they move, the facility: everything that a row can tell at once. */
const everything = { family_name: 'Ny', custody: 'out', legal_status: 'remand', security_level: 'low', unit: 'B' }

describe('a row that changes everything at once', () => {
	it('is one lock, one write, one insert of audit rows and one evaluation of each booking', async () => {
		const { bookings } = await booked('ONE-1', 2)
		expect(await importFile(ctx, csv({ number: 'ONE-1', facility: 'bjo', ...everything }))).toMatchObject({
			changed: 1,
		})
		expect({ locks: locks(), writes: writes(), bookingLocks: bookingLocks() }).toEqual({
			locks: 1,
			writes: 1,
			bookingLocks: 1,
		})
		expect(evaluations()).toBe(bookings.length)
		// The prisoner's, and the reviews'.
		expect(audits()).toBe(2)
	})

	it('reads its prisoner once for the batch and once under the lock', async () => {
		await booked('ONE-2', 0)
		await importFile(ctx, csv({ number: 'ONE-2', facility: 'bjo', ...everything }))
		expect(count(/^\s*select [\s\S]* from "prisoner"/)).toBe(2)
	})

	it('has one audit row for each aspect', async () => {
		const { prisonerId } = await booked('ONE-3')
		await importFile(ctx, csv({ number: 'ONE-3', facility: 'bjo', ...everything }))
		expect(await trace(prisonerId)).toEqual([
			{ action: 'prisoner.correct', fields: ['familyName'] },
			{ action: 'prisoner.custody', custody: 'out' },
			{ action: 'prisoner.change', fields: ['legalStatus'] },
			{ action: 'prisoner.transfer', from: hal, to: bjo, fields: ['unit', 'securityLevel'] },
		])
		const [row] = await seed.select().from(prisoner).where(eq(prisoner.id, prisonerId))
		expect(row).toMatchObject({
			...{ familyName: 'Ny', foldedName: 'ase ny', custody: 'out', legalStatus: 'remand' },
			...{ facilityId: bjo, unit: 'B', securityLevel: 'low', knownFrom: new Date('2026-11-20T08:00:00+01:00') },
		})
	})

	it('opens every review together, and tells the family once', async () => {
		const { bookingId, visitorId } = await booked('ONE-4')
		await importFile(ctx, csv({ number: 'ONE-4', custody: 'out', unit: 'B', security_level: 'low' }))
		expect(await openCauses(seed, bookingId)).toEqual(['custody-out', 'security-level-changed', 'unit-changed'])
		expect(await messagesAbout(seed, bookingId)).toEqual([`booking-under-review ${visitorId}`])
		expect(count(/insert into "review"/)).toBe(1)
	})

	it('opens no review that the rest of the row takes away at once', async () => {
		const { bookingId } = await booked('ONE-5')
		await importFile(ctx, csv({ number: 'ONE-5', facility: 'bjo', legal_status: 'remand', security_level: 'low' }))
		expect(await endings(seed, bookingId)).toEqual(['prisoner-transferred open'])
	})

	it('ends what it takes away and opens what it brings, in the same evaluation', async () => {
		const { bookingId, visitorId } = await booked('ONE-6')
		await importFile(ctx, csv({ number: 'ONE-6', custody: 'out' }))
		sent = []
		await importFile(ctx, csv({ number: 'ONE-6', custody: 'in', unit: 'B', valid_from: '2026-11-21' }))
		expect(await endings(seed, bookingId)).toEqual(['custody-out cause-gone', 'unit-changed open'])
		expect(evaluations()).toBe(1)
		expect(await messagesAbout(seed, bookingId)).toEqual([`booking-under-review ${visitorId}`])
	})
})

describe('a row that changes what no rule reads', () => {
	it('evaluates no booking', async () => {
		const { bookingId, prisonerId } = await booked('NO-1')
		await importFile(ctx, csv({ number: 'NO-1', family_name: 'Ny', language: 'pl' }))
		expect(await trace(prisonerId)).toEqual([{ action: 'prisoner.correct', fields: ['familyName', 'language'] }])
		expect({ locks: locks(), writes: writes(), bookingLocks: bookingLocks(), evaluations: evaluations() }).toEqual({
			...{ locks: 1, writes: 1, bookingLocks: 0, evaluations: 0 },
		})
		expect(await seed.select().from(review).where(eq(review.bookingId, bookingId))).toEqual([])
	})
})
