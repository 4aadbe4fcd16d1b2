import { type SQL, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'

/**
 * Runs a statement that yields one row with one JSON document, prepared by the server under `name`, so that a hot path is
 * parsed and planned once a connection. Instants in the document are ISO texts.
 */
export async function selectDocument<T>(db: DbOrTx, name: string, document: SQL): Promise<T> {
	const rows = await db
		.select({ document: sql<T>`${document}` })
		.from(sql`(select 1) as one`)
		.prepare(name)
		.execute()
	const [row] = rows
	if (!row) throw new Error(`The statement ${name} answered no row`)
	return row.document
}

/** A list of ids as one parameter, so that the statement's text does not change with the list's length. */
export function ids(list: readonly string[]): SQL {
	return sql`${`{${list.join(',')}}`}::uuid[]`
}

/** An instant as a parameter of a hand-written statement. */
export function at(instant: Date): SQL {
	return sql`${instant.toISOString()}::timestamptz`
}
