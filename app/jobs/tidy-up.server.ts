import { sql } from 'drizzle-orm'
import { at } from '#db/queries/statement.ts'
import type { DueWork } from './due-work.server.ts'

const batch = 500

/** Deletes sign-ins, newcomers and browser sessions that have run out. `now` is the machine's own time, as it was when they were made. */
export const tidyUp: DueWork = {
	name: 'tidy-up',
	async run(db, now) {
		const signIns = await db.execute(sql`
			with due as materialized (select state_hash from sign_in where expires_at <= ${at(now)} limit ${batch} for update skip locked)
			delete from sign_in where state_hash in (select state_hash from due) returning 1`)
		const sessions = await db.execute(sql`
			with due as materialized (select token_hash from web_session where expires_at <= ${at(now)} limit ${batch} for update skip locked)
			delete from web_session where token_hash in (select token_hash from due) returning 1`)
		const newcomers = await db.execute(sql`
			with due as materialized (select token_hash from newcomer where expires_at <= ${at(now)} limit ${batch} for update skip locked)
			delete from newcomer where token_hash in (select token_hash from due) returning 1`)
		return signIns.length + sessions.length + newcomers.length
	},
}
