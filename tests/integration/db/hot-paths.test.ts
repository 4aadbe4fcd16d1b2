import type postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '#db/client.server.ts'
import { selectOpenCases } from '#db/queries/applications/read.ts'
import { selectCalendar, selectPermittedCalendar } from '#db/queries/bookings/calendar.ts'
import { selectPeopleFacts } from '#db/queries/bookings/facts.ts'
import { lockPlaces, lockPrisoners, lockVisitors } from '#db/queries/bookings/locks.ts'
import { selectTimetable } from '#db/queries/bookings/places.ts'
import { selectComingVisits, selectPastVisits, selectRequests } from '#db/queries/bookings/visits.ts'
import { withConnection } from '#sandbox/postgres/databases.ts'
import { fillPrison } from '#tests/bench/data/fill.ts'
import { cloneDatabase, type TestDatabase } from '#tests/support/database.ts'
import { countRows, type RowsRead } from '#tests/support/rows-read.ts'

// What is read at every calendar and every booking must not grow with what others have booked. Counted in rows, not in time,
// and under general plans, as the web process asks for them.

const now = new Date('2026-11-25T12:00:00Z')
const nation = { facilities: 0, prisoners: 0, visitors: 0, bookings: 0 }
const visitsEach = 20
/** In a week. */
const sessions = 7 * 6
const prisoners = 200
/** Applications that nobody has decided, and those of the years before. */
const open = 10
const decided = 500

let database: TestDatabase
let reads: RowsRead

beforeAll(async () => {
	database = await cloneDatabase()
	await withConnection(database.ownerUrl, async (sql) => {
		await fillPrison(sql, { bookings: 0, nation, prisoners, visitsEach, applications: 0 }, now)
		await fillApplications(sql)
		await fillOthers(sql)
		await sql.unsafe('analyze')
	})
	reads = countRows(database.appUrl, { generalPlans: true })
})
afterAll(async () => {
	await reads.end()
	await database.drop()
})

/** Others, who have nothing to do with anybody here. */
async function fillOthers(sql: postgres.Sql): Promise<void> {
	await sql`insert into prisoner select (jsonb_populate_record(p,
			jsonb_build_object('id', gen_random_uuid(), 'ref', 'PX' || n, 'number', 'PX-' || n))).*
		from generate_series(1, 3000) n, prisoner p where p.id = (select id from prisoner limit 1)`
	await sql`insert into visitor select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'ref', 'VX' || n,
			'issuer', null, 'subject', null, 'pid_cipher', null, 'pid_key_id', null, 'pid_index', null))).*
		from generate_series(1, 3000) n, visitor v where v.id = (select id from visitor limit 1)`
	await sql`insert into permit select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'ref', 'PM' || v.ref,
			'visitor_id', v.id, 'prisoner_id', r.id))).*
		from visitor v join prisoner r on r.ref = 'P' || substr(v.ref, 2), permit p
		where v.ref like 'VX%' and p.id = (select id from permit limit 1)`
}

/** As years of them lie in a prison's database: most are decided. */
async function fillApplications(sql: postgres.Sql): Promise<void> {
	await sql`insert into application (id, ref, applicant_id, visitor_id, typed_number, typed_name, relationship, track,
			guardian_consent, state, received_at)
		select gen_random_uuid(), 'AP' || n, v.id, v.id, 'X-' || n, 'Ola Nordmann', 'friend', 'family', false,
			case when n <= ${open} then 'received' else 'refused' end, ${now.toISOString()}::timestamptz
		from generate_series(1, ${open + decided}::int) n, (select id from visitor limit 1) v`
}

async function someone() {
	const [row] = await reads.client<{ prisonerId: string; visitorId: string; facilityId: string }[]>`
		select prisoner_id as "prisonerId", booker_id as "visitorId", facility_id as "facilityId" from booking limit 1`
	if (!row) throw new Error('Nobody has booked')
	return row
}

describe('what is read of people', () => {
	it('is their own visits, however many others there are', async () => {
		const { prisonerId, visitorId } = await someone()
		const since = new Date(now.getTime() - 45 * 86_400_000)
		const ask = { prisonerId, visitorIds: [visitorId], since, today: since, idempotencyKey: null }
		const rows = await reads.of('booking', (db) => selectPeopleFacts(db, ask))
		expect(rows).toBeGreaterThan(0)
		expect(rows).toBeLessThanOrEqual(3 * visitsEach)
		expect(await reads.of('booking_visitor', (db) => selectPeopleFacts(db, ask))).toBeLessThanOrEqual(3 * visitsEach)
	})
})

describe('what is locked and shown of a family', () => {
	it('is the prisoner and the visitors themselves, however many there are', async () => {
		const { prisonerId, visitorId } = await someone()
		expect(await reads.of('prisoner', (db) => lockPrisoners(db, [prisonerId]))).toBe(1)
		expect(await reads.of('visitor', (db) => lockVisitors(db, [visitorId]))).toBe(1)
	})

	it('is found among their own visits and the holds', async () => {
		const { prisonerId, visitorId } = await someone()
		const [session] = await reads.client<{ id: string }[]>`select id from visit_session limit 1`
		const places = {
			sessionIds: [session?.id ?? ''],
			roomIds: [],
			prisonerId,
			visitorIds: [visitorId],
			replaces: null,
			now,
		}
		expect(await reads.of('booking', (db) => lockPlaces(db, places))).toBeLessThanOrEqual(3 * visitsEach)
		expect(await reads.of('booking', (db) => selectComingVisits(db, visitorId, now))).toBeLessThanOrEqual(
			3 * visitsEach,
		)
		expect(await reads.of('booking', (db) => selectPastVisits(db, visitorId, now))).toBeLessThanOrEqual(3 * visitsEach)
	})
})

describe('what waits for an officer', () => {
	it('is read by itself, however much was answered before', async () => {
		const { facilityId } = await someone()
		expect(await reads.of('booking', (db) => selectRequests(db, facilityId))).toBe(0)
		expect(await reads.of('application', (db) => selectOpenCases(db, facilityId, 50))).toBeLessThanOrEqual(open)
	})
})

describe('what is read of a timetable', () => {
	it('is the sessions that are shown, however long the past is, and of the visits those on hold', async () => {
		const { facilityId, prisonerId, visitorId } = await someone()
		const replaced = { bookingId: null, holdOf: { createdBy: visitorId, prisonerId } }
		const until = new Date(now.getTime() + 7 * 86_400_000)
		const shown = { from: now, until, now }
		const since = new Date(now.getTime() - 45 * 86_400_000)
		const people = { prisonerId, visitorIds: [visitorId], since, today: since, idempotencyKey: null }
		const [by] = await reads.client<{ permitRef: string; visitorRef: string }[]>`
			select p.ref as "permitRef", v.ref as "visitorRef" from permit p join visitor v on v.id = p.visitor_id
			where p.prisoner_id = ${prisonerId} and v.id = ${visitorId}`
		if (!by) throw new Error('They have no permit')
		const chosen = { permitRef: by.permitRef, visitorId, partyRefs: [by.visitorRef] }
		const ways = [
			(db: Db) => selectTimetable(db, { facilityId, ...shown, replaced }),
			(db: Db) => selectCalendar(db, people, { ...shown, replaced }),
			(db: Db) => selectPermittedCalendar(db, chosen, people, shown),
		]
		for (const [index, read] of ways.entries()) {
			// The first time without the sessions, and then once more with them.
			expect(await reads.of('visit_session', read)).toBeLessThanOrEqual((index === 0 ? 3 : 1) * sessions)
			expect(await reads.of('booking', read)).toBeLessThanOrEqual(index === 0 ? 0 : 3 * visitsEach)
			// Who came to the visits that are counted: whether a child of the prisoner was there.
			expect(await reads.of('visitor', read)).toBeLessThanOrEqual(index === 0 ? 0 : 8 + 3 * visitsEach)
			for (const table of ['permit', 'prisoner'])
				expect(await reads.of(table, read), table).toBeLessThanOrEqual(index === 0 ? 0 : 8)
		}
	})
})
