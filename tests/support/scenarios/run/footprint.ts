import { sql } from 'drizzle-orm'
import type { World } from '../world/world.ts'

/** What a refused request may leave behind: the trace that somebody asked. */
const traces = ['audit', 'schema_migration']

/** A fingerprint of everything that is written, to see that a refused request wrote nothing. */
export async function footprint(world: World): Promise<string> {
	const tables = await world.owner.execute<{ name: string }>(
		sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
	)
	const ofTable = (name: string) =>
		sql`(select coalesce(md5(string_agg(t::text, '' order by t::text)), '') from ${sql.identifier(name)} t)`
	const parts = tables.filter(({ name }) => !traces.includes(name)).map(({ name }) => ofTable(name))
	const [row] = await world.owner.execute<{ all: string }>(sql`select concat_ws('/', ${sql.join(parts, sql`, `)}) as all`)
	return row?.all ?? ''
}
