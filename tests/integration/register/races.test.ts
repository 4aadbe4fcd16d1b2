import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookVisit } from '#app/services/bookings/book.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { setCustody } from '#app/services/prisoners/set-custody.server.ts'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { audit, booking, prisoner } from '#db/schema/index.ts'
import { addFacility, addPermit, addPrisoner, addVisitor } from '#sandbox/seeds/rows.ts'
import { cloneDatabase, type TestDatabase } from '#tests/support/database.ts'
import { addSession, asOfficer, asVisitor, clock, messagesAbout, noon, openCauses } from '#tests/support/rows.ts'
import { csv, importFile } from './files.ts'

let database: TestDatabase
let db: Db
let seed: Db
let ctx: Ctx
let hal: string
let count = 0
beforeAll(async () => {
	database = await cloneDatabase()
	db = connect(database.appUrl, { max: 8 })
	seed = connect(database.ownerUrl, { max: 2 })
	ctx = { db, now: clock, actor: { kind: 'system' }, requestId: null }
	hal = await addFacility(seed, { slug: 'hal' })
	await addFacility(seed, { slug: 'bjo' })
})
afterAll(async () => {
	await Promise.all([disconnect(db), disconnect(seed)])
	await database.drop()
})

const rounds = 12

/** Some trips to the database later: each round meets the other use case at another step. */
async function afterSteps<T>(count: number, work: () => Promise<T>): Promise<T> {
	for (let step = 0; step < count; step++) await db.execute(sql`select 1`)
	return work()
}

/** A prisoner as the register's ordinary row has them, with a visitor who may book. */
async function pair() {
	count++
	const number = `RACE-${count}`
	const names = { givenName: 'Åse', familyName: 'Prøve', born: '1988-04-02', language: 'nb' }
	const prisonerId = await addPrisoner(seed, { number, facilityId: hal, ...names })
	const visitorId = await addVisitor(seed, { givenName: 'Kari', familyName: 'Nordmann' })
	await addPermit(seed, { visitorId, prisonerId, relationship: 'partner' })
	return { number, prisonerId, visitorId }
}

const moved = { facility: 'bjo', custody: 'out', legal_status: 'remand' }

describe('a row at the same moment as a booking', () => {
	it('leaves the visit under review for every cause of the row, or refused', async () => {
		const seen = { refused: 0, reviewed: 0 }
		for (let round = 0; round < rounds; round++) {
			const { number, prisonerId, visitorId } = await pair()
			const sessionId = await addSession(seed, { facilityId: hal, startsAt: noon(3) })
			const file = csv({ number, ...moved })
			const book = () =>
				bookVisit(asVisitor(db, visitorId), { prisonerId, partyIds: [visitorId], place: { sessionId } })
			const [booked, done] = await Promise.all([book(), afterSteps(round, () => importFile(ctx, file))])
			expect(done).toMatchObject({ changed: 1, problems: [] })
			const confirmed = await db
				.select({ id: booking.id })
				.from(booking)
				.where(and(eq(booking.sessionId, sessionId), eq(booking.state, 'confirmed')))
			expect(confirmed).toHaveLength(booked.ok ? 1 : 0)
			for (const { id } of confirmed) {
				expect(await openCauses(db, id)).toEqual(['custody-out', 'prisoner-transferred'])
				expect(await messagesAbout(db, id)).toContain(`booking-under-review ${visitorId}`)
			}
			seen[booked.ok ? 'reviewed' : 'refused']++
		}
		expect(seen.reviewed).toBeGreaterThan(0)
	})
})

describe('the same row at the same moment', () => {
	it('is carried out once, with one audit row for each aspect', async () => {
		const { number, prisonerId } = await pair()
		const file = csv({ number, ...moved })
		const outcomes = await Promise.all(Array.from({ length: 6 }, () => importFile(ctx, file)))
		expect(outcomes.reduce((sum, { changed }) => sum + changed, 0)).toBe(1)
		const rows = await db.select().from(audit).where(eq(audit.subjectId, prisonerId)).orderBy(audit.id)
		expect(rows.map(({ action }) => action)).toEqual(['prisoner.custody', 'prisoner.change', 'prisoner.transfer'])
	})
})

describe('a row at the same moment as an officer', () => {
	it('is not carried out over what the officer has recorded by then', async () => {
		for (let round = 0; round < rounds; round++) {
			const { number, prisonerId } = await pair()
			const file = csv({ number, custody: 'released' })
			const officer = asOfficer(db, { officerId: prisonerId, facilityId: hal })
			const [{ changed, problems }] = await Promise.all([
				importFile(ctx, file),
				afterSteps(round, () => setCustody(officer, { prisoner: { id: prisonerId }, custody: 'out' })),
			])
			// Whoever came first, the officer's word holds from later.
			const [row] = await db.select().from(prisoner).where(eq(prisoner.id, prisonerId))
			expect(row).toMatchObject({ custody: 'out', knownFrom: clock })
			expect(changed + problems.length).toBe(1)
		}
	})
})
