import { sql } from 'drizzle-orm'
import { deleteExpiredSignIns } from '#db/queries/identity/sign-ins.ts'
import { deleteExpiredWebSessions } from '#db/queries/identity/web-sessions.ts'
import { at } from '#db/queries/statement.ts'
import type { Job } from './job.ts'

const batch = 500

/** Deletes sign-ins, newcomers and browser sessions that have run out. `now` is the machine's own time, as it was when they were made. */
export const purgeExpired: Job = {
	name: 'purge-expired',
	async run(db, now) {
		const signIns = await deleteExpiredSignIns(db, now, batch)
		const sessions = await deleteExpiredWebSessions(db, now, batch)
		const newcomers = await db.execute(sql`
			with due as materialized (select token_hash from newcomer where expires_at <= ${at(now)} limit ${batch} for update skip locked)
			delete from newcomer where token_hash in (select token_hash from due) returning 1`)
		return signIns + sessions + newcomers.length
	},
}
