import { sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { inLine } from '../lock-line.ts'
import { ids, pending } from '../statement.ts'

/** Locks sessions by id, as every use case does before a place in them is given up or taken. */
export async function lockSessions(tx: DbOrTx, sessionIds: readonly string[]): Promise<void> {
	if (sessionIds.length === 0) return
	const lock = () =>
		tx.execute(sql`select id from visit_session where id = any(${ids(sessionIds)}) order by id for no key update`)
	await inLine(tx, sessionIds, () => pending(Promise.resolve(lock())))
}
