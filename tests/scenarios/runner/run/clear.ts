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
	await owner.transaction(async (tx) => {
		// The books only grow; an emptied database has none.
		const kept = await tx.execute(sql`select from ledger_transaction limit 1`)
		const bookkeeping = kept.length > 0 ? ['ledger_entry', 'ledger_transaction'] : []
		for (const name of bookkeeping) await tx.execute(sql`alter table ${sql.identifier(name)} disable trigger user`)
		await tx.execute(sql`with ${sql.join(deletes, sql`, `)} select`)
		for (const name of bookkeeping) await tx.execute(sql`alter table ${sql.identifier(name)} enable trigger user`)
	})
	const anyLeft = tables.map((name) => sql`exists (select from ${sql.identifier(name)})`)
	const [left] = await owner.execute<{ some: boolean }>(sql`select ${sql.join(anyLeft, sql` or `)} as some`)
	if (left?.some) throw new Error('The database was not emptied')
}
