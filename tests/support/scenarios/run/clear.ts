import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { tablesOf } from './tables.ts'

/**
 * Deletes every row. All tables in one statement, so that their references to one another are checked when all are empty; and
 * not by `truncate`, after which every connection would have to plan its statements anew.
 */
export async function clear(owner: Db): Promise<void> {
	const tables = await tablesOf(owner)
	const deletes = tables.map(
		(name, index) => sql`${sql.identifier(`d${index}`)} as (delete from ${sql.identifier(name)})`,
	)
	await owner.execute(sql`with ${sql.join(deletes, sql`, `)} select`)
	const anyLeft = tables.map((name) => sql`exists (select from ${sql.identifier(name)})`)
	const [left] = await owner.execute<{ some: boolean }>(sql`select ${sql.join(anyLeft, sql` or `)} as some`)
	if (left?.some) throw new Error('The database was not emptied')
}
