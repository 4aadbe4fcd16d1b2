import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'

/** Which files were applied, and the trail that only grows: the one is no scenario's, the other tells nobody anything. */
const aside = ['schema_migration', 'audit']

const known = new WeakMap<Db, Promise<string[]>>()

/** Every table that a scenario may write to, whatever tables there will be. */
export function tablesOf(owner: Db): Promise<string[]> {
	const before = known.get(owner)
	if (before) return before
	const reading = readTables(owner)
	known.set(owner, reading)
	return reading
}

async function readTables(owner: Db): Promise<string[]> {
	const rows = await owner.execute<{ name: string }>(
		sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
	)
	return rows.map(({ name }) => name).filter((name) => !aside.includes(name))
}
