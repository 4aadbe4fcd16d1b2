import { randomBytes } from 'node:crypto'
import { idnr } from '@navikt/fnrvalidator'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicationStates, checkKinds, checkOutcomes } from '#app/domain/applications/application.ts'
import { permitStates } from '#app/domain/permits/permit.ts'
import { sealNationalNumber } from '#app/services/identity/national-number.server.ts'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { buildDemo } from '#sandbox/seeds/demo/demo.ts'
import { demoPeople } from '#sandbox/seeds/demo/people.ts'
import { standingOfAll } from '#tests/support/all-refusals.ts'
import { cloneDatabase, type TestDatabase } from '#tests/support/database.ts'
import { overlaps, wrongSessions } from '#tests/support/history/invariants.ts'

// Noon on a working day, when somebody is inside.
const now = new Date('2026-11-25T12:20:00+01:00')
const databases: TestDatabase[] = []
const connections: Db[] = []

async function built(seedName: 'demo' | 'small', given: { now: Date; seed: number }) {
	const database = await cloneDatabase()
	databases.push(database)
	const keys = { pidKeys: [{ id: 'k1', key: randomBytes(32) }], pidIndexKey: randomBytes(32) }
	const numbers: string[] = []
	const seal = (pid: string, visitorId: string) => {
		numbers.push(pid)
		return sealNationalNumber(visitorId, pid, keys)
	}
	const owner = connect(database.ownerUrl, { max: 4 })
	await buildDemo(owner, { seedName, ...given, seal, staffIssuer: 'https://staff.example', log: () => {} })
	await disconnect(owner)
	const db = connect(database.appUrl, { max: 2 })
	connections.push(db)
	return { db, numbers }
}

afterAll(async () => {
	await Promise.all(connections.map((db) => disconnect(db)))
	await Promise.all(databases.map((one) => one.drop()))
})

/** The values of a column, each once, in order of the alphabet. */
async function distinct(db: Db, values: SQL): Promise<string[]> {
	const rows = await db.execute<{ value: string }>(
		sql`select distinct value from (${values}) as v(value) order by value`,
	)
	return rows.map(({ value }) => value)
}

const sorted = (list: readonly string[]) => [...list].sort()

describe.each(['small', 'demo'] as const)('the world %s', (seedName) => {
	let db: Db
	let numbers: string[]

	beforeAll(async () => {
		const created = await built(seedName, { now, seed: 20261122 })
		db = created.db
		numbers = created.numbers
	}, 120_000)

	it('has no visit ahead that the rules refuse, but for those under review, and no other review', async () => {
		const stood = await standingOfAll(db, now)
		expect(stood.length).toBeGreaterThan(seedName === 'demo' ? 200 : 30)
		// A session at another time is no refusal, and is to be looked at all the same.
		const looked = ({ reviews }: (typeof stood)[number]) => reviews.filter((cause) => cause !== 'session-changed')
		expect(stood.filter(({ codes, reviews }) => codes.length > 0 && reviews.length === 0)).toEqual([])
		expect(stood.filter((one) => one.codes.length === 0 && looked(one).length > 0)).toEqual([])
		expect(stood.filter(({ codes }) => codes.length > 0).length).toBeGreaterThan(5)
	})

	it('counts what is taken, and has nobody in two places at one time', async () => {
		expect(await wrongSessions(db)).toEqual([])
		expect(await overlaps(db)).toEqual([])
	})

	it('has every state of applications, checks, permits, visits and waiting-list entries', async () => {
		expect(await distinct(db, sql`select state from application`)).toEqual(sorted(applicationStates))
		expect(await distinct(db, sql`select outcome from application_check`)).toEqual(sorted(checkOutcomes))
		expect(await distinct(db, sql`select kind from application_check`)).toEqual(
			sorted(checkKinds.filter((kind) => kind !== 'guardian-consent')),
		)
		expect(await distinct(db, sql`select state from permit`)).toEqual(sorted(permitStates))
		// Whether somebody is inside depends on the hour; among many somebody is.
		const past = sql`select state from booking where ${seedName} = 'demo' or state <> 'checked-in'`
		expect(await distinct(db, past)).toEqual(
			sorted([
				...['requested', 'confirmed', 'completed', 'cancelled', 'no-show', 'turned-away', 'declined', 'expired'],
				...(seedName === 'demo' ? ['checked-in'] : []),
			]),
		)
		expect(await distinct(db, sql`select cancelled_by from booking where state = 'cancelled'`)).toEqual(
			sorted(['visitor', 'prisoner', 'prison']),
		)
		expect(await distinct(db, sql`select state from waiting_list_entry`)).toEqual([
			'fulfilled',
			'lapsed',
			'open',
			'withdrawn',
		])
		expect(await distinct(db, sql`select state from waiting_list_offer`)).toContain('open')
		expect(
			await distinct(db, sql`select track from booking where starts_at > ${now.toISOString()}::timestamptz`),
		).toEqual(['family', 'official'])
	})

	it('has every kind of order, of place and of officer, and closures', async () => {
		expect(await distinct(db, sql`select type from court_restriction`)).toEqual(
			sorted(['visit-ban', 'police-control', 'phone-ban', 'letter-ban', 'isolation']),
		)
		const [row] = await db.execute(sql`select (select count(*) from ban) > 0 as bans,
			(select count(*) from protective_order) > 0 as orders,
			(select count(prisoner_a) from non_association) > 0 as prisoners, (select count(visitor_a) from non_association) > 0 as visitors,
			(select count(session_id) from closure) > 0 as sessions, (select count(room_id) from closure) > 0 as rooms,
			(select count(unit) from closure) > 0 as units`)
		expect(Object.values(row ?? {})).toEqual(Array.from({ length: 7 }, () => true))
		expect(await distinct(db, sql`select setting from session_template`)).toEqual(
			sorted(['hall', 'booth', 'private-room', 'outdoor', 'video']),
		)
		expect(
			await distinct(db, sql`select r.kind from booking b join room r on r.id = b.room_id where b.state = 'confirmed'`),
		).toEqual(['family-room', 'play-room', 'visiting-house'])
		expect(await distinct(db, sql`select role from officer_role`)).toEqual(
			sorted(['visit-officer', 'screening-officer', 'decision-maker', 'finance', 'admin', 'auditor']),
		)
		expect(await distinct(db, sql`select security_level from prisoner`)).toEqual(
			sorted(['special-high', 'high', 'low', 'transitional']),
		)
	})

	it('has visits of eight weeks behind it', async () => {
		const weeks = await db.execute(sql`select date_trunc('week', starts_at at time zone 'Europe/Oslo') from booking
			where starts_at < ${now.toISOString()}::timestamptz group by 1`)
		expect(weeks.length).toBeGreaterThanOrEqual(8)
	})

	it('leaves those to sign in as a free hand', async () => {
		const theirs = await db.execute(sql`select b.id from booking b join prisoner p on p.id = b.prisoner_id
			where p.number in ('F-1001', 'F-1002', 'F-1003', 'E-2001', 'L-3001')`)
		expect([...theirs]).toEqual([])
		const review = await db.execute(
			sql`select from closure where first_date is not null and unit is null and room_id is null`,
		)
		expect(review).toHaveLength(0)
	})

	it('gives every grown-up visitor a national number of their own, which nobody real can have', async () => {
		const [row] = await db.execute<{ adults: number; sealed: number }>(sql`
			select count(*)::int as adults, count(pid_index)::int as sealed from visitor
			where not exists (select from guardianship g where g.child_id = visitor.id)`)
		expect(row).toEqual({ adults: numbers.length, sealed: numbers.length })
		expect(new Set(numbers).size).toBe(numbers.length)
		expect(numbers).toEqual(expect.arrayContaining(demoPeople().flatMap(({ pid }) => (pid ? [pid] : []))))
		for (const number of numbers) expect(idnr(number)).toMatchObject({ status: 'valid', type: 'tnr' })
		// A real one's month goes to 12, and a D-number's too.
		expect(numbers.filter((number) => Number(number.slice(2, 4)) <= 80)).toEqual([])
	})

	it('shows no list that is cut off', async () => {
		const [row] = await db.execute<{ queue: number; requests: number; reviews: number }>(sql`select
			(select count(*)::int from application where state in ('received', 'ready')) as queue,
			(select count(*)::int from booking where state = 'requested') as requests,
			(select count(*)::int from review where ended_at is null) as reviews`)
		expect(row?.queue).toBeLessThan(80)
		expect(row?.requests).toBeLessThan(80)
		expect(row?.reviews).toBeLessThan(120)
	})
})

it('has 240 prisoners and 700 visitors in the demo', async () => {
	const [demo] = connections.slice(1)
	if (!demo) throw new Error('there is no demo')
	const [row] = await demo.execute(
		sql`select (select count(*)::int from prisoner) as prisoners, (select count(*)::int from visitor) as visitors`,
	)
	expect(row).toEqual({ prisoners: 240, visitors: 700 })
})

it('is the same for the same seed and moment, and another for another', async () => {
	const told = async (given: { now: Date; seed: number }) => {
		const { db } = await built('small', given)
		const rows =
			await db.execute(sql`select b.state, b.starts_at, b.created_at, b.reason, p.number, p.given_name, p.family_name,
			array(select v.given_name || v.family_name || v.born from booking_visitor x join visitor v on v.id = x.visitor_id
				where x.booking_id = b.id order by 1) as party,
			array(select cause from review r where r.booking_id = b.id order by 1) as reviews
			from booking b join prisoner p on p.id = b.prisoner_id order by b.starts_at, p.number, b.created_at`)
		return JSON.stringify(rows)
	}
	const first = await told({ now, seed: 7 })
	expect(await told({ now, seed: 7 })).toBe(first)
	expect(await told({ now, seed: 8 })).not.toBe(first)
}, 120_000)

it('moves with the day, and holds at night, over the turn of the year and a change of the clock', async () => {
	const night = new Date('2027-03-28T01:30:00+01:00')
	const { db } = await built('small', { now: night, seed: 3 })
	const stood = await standingOfAll(db, night)
	expect(stood.length).toBeGreaterThan(30)
	expect(stood.filter(({ codes, reviews }) => codes.length > 0 && reviews.length === 0)).toEqual([])
}, 120_000)
