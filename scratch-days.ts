import { randomBytes } from 'node:crypto'
import { migrate } from '#db/migrate.ts'
import { startThrowaway } from '#sandbox/postgres/throwaway.ts'
import { onDatabase, withConnection } from '#sandbox/postgres/databases.ts'
import { seed } from '#db/seed.ts'
import { connect, disconnect } from '#db/client.server.ts'
import { sql } from 'drizzle-orm'
import { overlaps, wrongSessions } from '#tests/support/history/invariants.ts'
import { standingOfAll } from '#tests/support/standing.ts'
const server = await startThrowaway(console.error)
const world = process.argv[2] === 'small' ? 'small' as const : 'demo' as const
const days = ['2026-12-20T22:45:00Z','2026-12-24T09:00:00Z','2027-03-25T10:30:00Z','2027-03-28T00:30:00Z','2027-10-31T01:30:00Z','2027-01-04T11:30:00Z','2028-02-29T12:00:00Z','2027-05-14T03:00:00Z']
try {
	for (const [i, day] of days.entries()) {
		const name = `d${i}`
		await withConnection(server.adminUrl, (s) => s.unsafe(`create database ${name} owner samvaer_owner`).then(() => {}))
		const url = onDatabase(server.ownerUrl, name)
		await migrate(url)
		const now = new Date(day)
		const t0 = performance.now()
		await seed(url, { now, world, keys: { pidKeys: [{ id: 'k1', key: randomBytes(32) }], pidIndexKey: randomBytes(32) }, familyIssuer: 'http://f', staffIssuer: 'http://s', log: () => {} })
		const took = ((performance.now()-t0)/1000).toFixed(1)
		const db = connect(url)
		const stood = await standingOfAll(db, now)
		const [x] = await db.execute(sql`select (select count(*) from ban)>0 b, (select count(*) from protective_order)>0 p, (select count(distinct type) from court_restriction) t, (select count(session_id)>0 from closure) cs, (select count(unit)>0 from closure) cu, (select count(prisoner_a)>0 from keep_apart) ka, (select count(visitor_a)>0 from keep_apart) kv, (select count(*) from wish_offer where state='open') o, (select count(distinct state) from booking) st, (select count(distinct cause) from review) ca, (select count(*) from booking where track='official' and starts_at > ${now.toISOString()}::timestamptz) off`)
		console.log(day, took, 'wrong', (await wrongSessions(db)).length, (await overlaps(db)).length, stood.length, JSON.stringify(stood.filter(s => (s.codes.length > 0) !== (s.reviews.length > 0))), JSON.stringify(x))
		await disconnect(db)
	}
} finally { await server.stop() }
