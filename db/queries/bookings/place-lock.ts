import { sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { ids } from '../statement.ts'

/** Locks the sessions of bookings whose places are about to be given up, by id, before the bookings themselves are touched. */
export async function lockSessionsOf(tx: DbOrTx, bookingIds: readonly string[]): Promise<void> {
	await tx.execute(sql`
		select id from visit_session
		where id in (select session_id from booking where id = any(${ids(bookingIds)}))
		order by id for no key update`)
}
