import { migrate } from '#db/migrate.ts'
import type { RunningPostgres } from '#sandbox/postgres/start.ts'
import { buildNation } from '#sandbox/seeds/nation/nation.ts'
import { type AppSettings, keysIn } from '../app/settings.ts'
import { fillQueue } from './applications.ts'
import { fillPrison } from './fill.ts'
import { asOwner } from './owner.ts'
import { createDatabase, type DatabasePair } from './server.ts'
import { sizeOf } from './size.ts'
import { type BenchSession, type BenchUser, sessionsByWeek, signInAll, signInOfficer } from './users.ts'

/** The same country at every run. */
const seed = 20261125

/** A country in a database of its own, and whom the measurements act as in it. */
export interface BenchData {
	bookings: number
	/** When it was filled; what was booked since is the bench's own. */
	began: Date
	database: DatabasePair
	users: BenchUser[]
	officerCookie: string
	/** Week by week. */
	sessions: BenchSession[][]
	seconds: number
}

export async function openBenchData(
	server: RunningPostgres,
	settings: AppSettings,
	bookings: number,
	now: Date,
): Promise<BenchData> {
	const began = performance.now()
	const size = sizeOf(bookings)
	const database = await createDatabase(server, `samvaer_bench_${bookings}`)
	await migrate(database.ownerUrl)
	return asOwner(database.ownerUrl, async (owner) => {
		const sql = owner.$client
		await buildNation(owner, { ...size.nation, seed, now })
		await fillPrison(sql, size, now)
		await fillQueue(owner, size, now)
		const users = await signInAll(sql, keysIn(settings), settings.issuers)
		const officerCookie = await signInOfficer(sql, settings.issuers)
		await sql.unsafe('vacuum analyze')
		const sessions = await sessionsByWeek(sql)
		const seconds = (performance.now() - began) / 1000
		return { bookings, began: now, database, users, officerCookie, sessions, seconds }
	})
}

/** Takes back every booking made since the world was filled, so that each round meets the same world. */
export async function takeBack(benchData: BenchData): Promise<number> {
	return asOwner(benchData.database.ownerUrl, async ({ $client: sql }) => {
		// In one statement, which sees a booking with all that is of it or not at all.
		const gone = await sql<{ state: string }[]>`
			with made as (select id from booking where created_at >= ${benchData.began.toISOString()}::timestamptz),
				messages as (delete from message where booking_id in (select id from made)),
				party as (delete from booking_visitor where booking_id in (select id from made))
			delete from booking where id in (select id from made) returning state`
		await sql.unsafe('vacuum analyze booking, booking_visitor, visit_session, message')
		return gone.filter(({ state }) => state === 'confirmed').length
	})
}
