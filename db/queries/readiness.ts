import { sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'

/**
 * Writes a little and returns the names of the migrations that were applied.
 *
 * @throws what PostgreSQL says of a full disk, a server that takes no writes, or one that is gone
 */
export async function probeDatabase(db: DbOrTx, at: Date): Promise<ReadonlySet<string>> {
	const rows = await db.execute<{ name: string }>(
		sql`select name from schema_migration, probe_write(${at.toISOString()}::timestamptz)`,
	)
	return new Set(rows.map(({ name }) => name))
}
