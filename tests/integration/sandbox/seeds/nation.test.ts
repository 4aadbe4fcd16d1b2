import { createHash, randomBytes } from 'node:crypto'
import { idnr } from '@navikt/fnrvalidator'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bookingRequestOf, bookVisit } from '#app/services/bookings/book.server.ts'
import { visitCalendar } from '#app/services/bookings/calendar.server.ts'
import { sealNationalNumber } from '#app/services/identity/national-number.server.ts'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { buildNation, type Nation } from '#sandbox/seeds/nation/nation.ts'
import { standingOfAll } from '#tests/support/all-refusals.ts'
import { cloneDatabase, type TestDatabase } from '#tests/support/database.ts'
import { overlaps, wrongSessions } from '#tests/support/history/invariants.ts'
import { asVisitor } from '#tests/support/rows.ts'

const now = new Date('2026-12-16T12:40:00+01:00')
const size = { facilities: 6, prisoners: 120, visitors: 600, bookings: 2_500 }
const databases: TestDatabase[] = []
let owner: Db
let app: Db
let nation: Nation
const numbers: string[] = []

async function database(): Promise<TestDatabase> {
	const created = await cloneDatabase()
	databases.push(created)
	return created
}

beforeAll(async () => {
	const { ownerUrl, appUrl } = await database()
	owner = connect(ownerUrl, { max: 2 })
	app = connect(appUrl, { max: 2 })
	const keys = { pidKeys: [{ id: 'k1', key: randomBytes(32) }], pidIndexKey: randomBytes(32) }
	const seal = (pid: string, visitorId: string) => {
		numbers.push(pid)
		return sealNationalNumber(visitorId, pid, keys)
	}
	nation = await buildNation(ownerUrl, { ...size, seed: 11, now, seal })
})

afterAll(async () => {
	await Promise.all([owner, app].map((db) => disconnect(db)))
	await Promise.all(databases.map((one) => one.drop()))
})

it('has as many of everything as was asked for', async () => {
	const [row] = await owner.execute(sql`select (select count(*)::int from facility) as facilities,
		(select count(*)::int from prisoner) as prisoners, (select count(*)::int from visitor) as visitors,
		(select count(*)::int from booking) as bookings`)
	expect(row).toEqual(size)
	expect(nation.counts).toMatchObject({ prisoners: 120, visitors: 600, bookings: 2_500 })
})

it('has no visit ahead that the rules would refuse, and no review', async () => {
	const stood = await standingOfAll(app, now)
	expect(stood.length).toBeGreaterThan(150)
	expect(stood.filter(({ codes, reviews }) => codes.length > 0 || reviews.length > 0)).toEqual([])
})

it('counts in each session what its bookings take, and has nobody in two places at one time', async () => {
	expect(await wrongSessions(owner)).toEqual([])
	expect(await overlaps(owner)).toEqual([])
	const [row] = await owner.execute<{ taken: number }>(sql`select sum(taken_groups)::int as taken from visit_session`)
	expect(row?.taken).toBeGreaterThan(150)
	const party =
		await owner.execute(sql`select b.id from booking b where people <> (select count(*) from booking_visitor v
		where v.booking_id = b.id and v.starts_at = b.starts_at and v.ends_at = b.ends_at and v.live = booking_is_live(b.state))`)
	expect([...party]).toEqual([])
})

it('has a past that kept the limits too', async () => {
	const tooMany = await owner.execute(sql`select prisoner_id from booking
		where state not in ('cancelled', 'declined', 'expired') and track = 'family'
		group by prisoner_id, to_char(starts_at at time zone 'Europe/Oslo', 'IYYY-IW') having count(*) > 2`)
	expect([...tooMany]).toEqual([])
	const tooFull = await owner.execute(sql`select s.id from visit_session s join booking b on b.session_id = s.id
		where b.state <> 'cancelled' group by s.id having count(*) > s.groups or sum(b.people) > s.people`)
	expect([...tooFull]).toEqual([])
	const states = await owner.execute<{ state: string }>(
		sql`select distinct state from booking where starts_at < ${now.toISOString()}::timestamptz order by 1`,
	)
	expect(states.map(({ state }) => state)).toEqual(['cancelled', 'checked-in', 'completed', 'no-show', 'turned-away'])
})

it('gives its visitors numbers that nobody real can have', async () => {
	expect(new Set(numbers).size).toBe(numbers.length)
	expect(numbers.length).toBeGreaterThan(200)
	for (const number of numbers) expect(idnr(number)).toMatchObject({ status: 'valid', type: 'tnr' })
})

it('leaves the guards as they were', async () => {
	const guards = (db: Db) =>
		db.execute(sql`select conrelid::regclass::text as on, conname as name, pg_get_constraintdef(oid) as what, convalidated
			from pg_constraint where connamespace = 'public'::regnamespace
			union all select tgrelid::regclass::text, tgname, tgenabled::text, true from pg_trigger where not tgisinternal
			order by 1, 2, 3`)
	const untouched = await database()
	const other = connect(untouched.ownerUrl, { max: 1 })
	expect([...(await guards(owner))]).toEqual([...(await guards(other))])
	await disconnect(other)
})

it('lets its visitors book what the calendar offers them', async () => {
	const one = nation.visitors.find(({ approval }) => approval === 'instant')
	if (!one) throw new Error('nobody can book')
	const ctx = asVisitor(app, one.visitorId, now)
	const ask = { prisonerId: one.prisonerId, partyIds: [one.visitorId] }
	const { sessions } = await visitCalendar(app, bookingRequestOf(ctx, ask), now)
	const free = sessions.find(({ refusals }) => refusals.length === 0)
	if (!free) throw new Error('nothing is offered')
	const outcome = await bookVisit(ctx, { ...ask, place: { sessionId: free.session.id } })
	expect(outcome.ok).toBe(true)
})

it('is the same for the same seed, and another for another', async () => {
	const small = { facilities: 2, prisoners: 12, visitors: 50, bookings: 120, now }
	const digest = async (seed: number) => {
		const { ownerUrl } = await database()
		await buildNation(ownerUrl, { ...small, seed })
		const db = connect(ownerUrl, { max: 1 })
		const rows = await db.execute(sql`select to_jsonb(b) as b, s.ref, p.number, p.given_name,
			array(select v.visitor_id from booking_visitor v where v.booking_id = b.id order by 1) as party
			from booking b left join visit_session s on s.id = b.session_id join prisoner p on p.id = b.prisoner_id order by b.id`)
		await disconnect(db)
		return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
	}
	expect(await digest(3)).toBe(await digest(3))
	expect(await digest(3)).not.toBe(await digest(4))
}, 120_000)
