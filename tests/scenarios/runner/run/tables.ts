import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'

/** Which files were applied, and the trail that only grows: the one is no scenario's, the other tells nobody anything. */
const aside = ['schema_migration', 'audit']

const known = new WeakMap<Db, string[]>()

/** Every table that a scenario may write to, whatever tables there will be. */
export async function tablesOf(owner: Db): Promise<string[]> {
	const tables = known.get(owner) ?? (await readTables(owner))
	known.set(owner, tables)
	return tables
}

async function readTables(owner: Db): Promise<string[]> {
	const rows = await owner.execute<{ name: string }>(
		sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
	)
	return rows.map(({ name }) => name).filter((name) => !aside.includes(name))
}
