import { sql } from 'drizzle-orm'
import type { Fixture } from '../fixture/fixture.ts'
import { tablesOf } from './tables.ts'

/** A fingerprint of all that is written, to see that a refused request wrote nothing but the trace that somebody asked. */
export async function footprint({ owner }: Fixture): Promise<string> {
	const ofTable = (name: string) =>
		sql`(select coalesce(md5(string_agg(t::text, '' order by t::text)), '') from ${sql.identifier(name)} t)`
	const parts = (await tablesOf(owner)).map(ofTable)
	const [row] = await owner.execute<{ all: string }>(sql`select concat_ws('/', ${sql.join(parts, sql`, `)}) as all`)
	return row?.all ?? ''
}
