import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
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

type Value = string | number | boolean | Buffer | null

/**
 * The same for the hottest paths: the statement's text is written once for the process, and a call only fills in its values. An
 * instant goes in as ISO text, a list of ids as `idList`.
 */
export function documentStatement<Values extends Readonly<Record<string, Value>>, T>(
	name: string,
	write: (value: (name: keyof Values & string) => Placeholder) => SQL,
): (db: DbOrTx, values: Values) => Promise<T> {
	const query = new PgDialect().sqlToQuery(sql`select ${write((one) => sql.placeholder(one))} as document`)
	return async (db, values) => {
		const rows = await db._.session
			.prepareQuery<{ execute: readonly { document: T }[]; all: never; values: never }>(query, undefined, name, false)
			.execute(values)
		const [row] = rows
		if (!row) throw new Error(`The statement ${name} answered no row`)
		return row.document
	}
}

/** A list of ids as a text that `::uuid[]` reads. */
export function idList(list: readonly string[]): string {
	return `{${list.join(',')}}`
}

/** A list of ids as one parameter, so that the statement's text does not change with the list's length. */
export function ids(list: readonly string[]): SQL {
	return sql`${idList(list)}::uuid[]`
}

/** An instant as a parameter of a hand-written statement. */
export function at(instant: Date): SQL {
	return sql`${instant.toISOString()}::timestamptz`
}
