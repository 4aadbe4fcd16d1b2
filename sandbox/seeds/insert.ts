import { getTableColumns } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { DbOrTx } from '#db/client.server.ts'

/** What one statement takes, with room to spare. */
const parametersAtOnce = 30_000

/** Writes rows in few statements: within a transaction, with every guard awake. */
export async function insertRows<T extends PgTable>(
	tx: DbOrTx,
	table: T,
	rows: readonly T['$inferInsert'][],
): Promise<void> {
	const atOnce = Math.floor(parametersAtOnce / Object.keys(getTableColumns(table)).length)
	for (let from = 0; from < rows.length; from += atOnce) await tx.insert(table).values(rows.slice(from, from + atOnce))
}
