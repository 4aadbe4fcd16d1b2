import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type postgres from 'postgres'

/** Text sent at once: large enough that neither side waits for the other. */
const chunkLength = 64 * 1024

/**
 * Writes rows by COPY, many times quicker than by INSERT. All must have the fields of the first one; what it leaves out gets
 * the column's default. Returns how many there were.
 *
 * @throws `25P02` when the table refuses a row at the very end: why is in the server's log
 */
export async function copyRows<T extends PgTable>(
	sql: postgres.TransactionSql,
	table: T,
	rows: Iterable<T['$inferInsert']>,
): Promise<number> {
	const iterator = rows[Symbol.iterator]()
	const first = iterator.next()
	if (first.done) return 0
	const known = getTableColumns(table)
	const columns = Object.entries(known).filter(([key]) => key in first.value)
	const keys = columns.map(([key]) => key)
	const names = columns.map(([, column]) => `"${column.name}"`).join(', ')
	const stream = await sql.unsafe(`copy "${getTableName(table)}" (${names}) from stdin`).writable()
	let count = 0
	let text = ''
	let next: IteratorResult<T['$inferInsert']> = first
	while (!next.done) {
		const row: Readonly<Record<string, unknown>> = next.value
		next = iterator.next()
		text += `${keys.map((key) => copyText(row[key])).join('\t')}\n`
		count++
		if (text.length < chunkLength) continue
		if (!stream.write(text)) await once(stream, 'drain')
		text = ''
	}
	await new Promise<void>((resolve, reject) => {
		stream.write(text, (error) => (error ? reject(error) : resolve()))
	})
	const written = finished(stream.end())
	// The driver (postgres 3.4.9) says nothing of a COPY that is refused at its end; the transaction's next statement does.
	await Promise.all([written, sql`select`])
	return count
}

/** A value in COPY's text format. A list is an array of PostgreSQL, any other object is JSON. */
export function copyText(value: unknown): string {
	if (value === null || value === undefined) return '\\N'
	if (typeof value === 'string') return escaped(value)
	if (typeof value === 'number') return String(value)
	if (typeof value === 'boolean') return value ? 't' : 'f'
	if (value instanceof Date) return value.toISOString()
	if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
	if (Array.isArray(value)) return escaped(`{${value.map(arrayItem).join(',')}}`)
	return escaped(JSON.stringify(value))
}

function arrayItem(item: unknown): string {
	return `"${String(item).replace(/[\\"]/g, '\\$&')}"`
}

const special: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escaped(text: string): string {
	return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (letter) => special[letter] ?? letter) : text
}
