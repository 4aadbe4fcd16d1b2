import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import type { DbOrTx } from '#db/client.server.ts'
import { checkedDocument } from '#db/documents.ts'

/**
 * Runs a statement that yields one row with one JSON document, prepared by the server under `name`, so that a hot path is
 * parsed and planned once a connection. Instants in the document are ISO texts.
 */
export async function selectDocument<T>(db: DbOrTx, name: string, shape: z.ZodType<T>, document: SQL): Promise<T> {
	const rows = await db
		.select({ document: sql<T>`${document}` })
		.from(sql`(select 1) as one`)
		.prepare(name)
		.execute()
	const [row] = rows
	if (!row) throw new Error(`The statement ${name} answered no row`)
	return checkedDocument(name, shape, row.document)
}

const pendingMark = Symbol('sent')

/**
 * What a statement will answer that is on its way already: it was handed to the driver at once, before the call came back.
 * Only such statements keep their order when several go out together (`inOrder`); one that is built when it is awaited does not.
 */
export type PendingQuery<T> = Promise<T> & { readonly [pendingMark]: true }

/** A promise of an answer as one of a statement that was sent. */
export function pending<T>(answer: Promise<T>): PendingQuery<T> {
	// Where the one before it fails, nobody comes to await it: a lost connection fails all that are on their way.
	answer.catch(() => {})
	return Object.assign(answer, { [pendingMark]: true } as const)
}

/** The same statement, with its answer read in another way. */
export function mapResult<T, U>(statement: PendingQuery<T>, read: (answer: T) => U): PendingQuery<U> {
	return pending(statement.then(read))
}

/** In the place of a statement that is not needed. */
export function skipped<T>(answer: T): PendingQuery<T> {
	return pending(Promise.resolve(answer))
}

type Value = string | number | boolean | Buffer | null
type Values = Readonly<Record<string, Value>>
type Write<V extends Values> = (value: (name: keyof V & string) => SQL) => SQL

/**
 * A statement of a hot path: its text is written once for the process, and a call only fills in its values. A value stands in
 * it as one parameter, however often it is named. An instant goes in as ISO text, a list of ids as `idList`.
 */
export function rowsStatement<V extends Values, Row>(
	name: string,
	write: Write<V>,
): (db: DbOrTx, values: V) => PendingQuery<readonly Row[]> {
	const names: (keyof V & string)[] = []
	const parameter = (one: keyof V & string): SQL => {
		if (!names.includes(one)) names.push(one)
		return sql.raw(`$${names.indexOf(one) + 1}`)
	}
	const text = new PgDialect().sqlToQuery(write(parameter))
	if (text.params.length > 0) throw new Error(`The statement ${name} holds a value that is not named`)
	const query = { sql: text.sql, params: names.map((one) => sql.placeholder(one)) }
	return (db, values) =>
		pending(
			db._.session
				.prepareQuery<{ execute: readonly Row[]; all: never; values: never }>(query, undefined, name, false)
				.execute(values),
		)
}

/** The same for one row with one JSON document. */
export function documentStatement<V extends Values, T>(
	name: string,
	shape: z.ZodType<T>,
	write: Write<V>,
): (db: DbOrTx, values: V) => PendingQuery<T> {
	const statement = rowsStatement<V, { document: T }>(name, (value) => sql`select ${write(value)} as document`)
	return (db, values) =>
		mapResult(statement(db, values), ([row]) => {
			if (!row) throw new Error(`The statement ${name} answered no row`)
			return checkedDocument(name, shape, row.document)
		})
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
