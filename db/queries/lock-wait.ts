import { sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'

/** Bounds what a transaction waits for a lock from now on. */
export async function limitLockWait(tx: DbOrTx, ms: number): Promise<void> {
	await tx.execute(sql`select set_config('lock_timeout', ${`${Math.ceil(ms)}ms`}, true)`)
}
