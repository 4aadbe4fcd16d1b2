import { eq, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** How a row is named: by its id within the system, by its reference from a page. */
export type Key = { id: string } | { ref: string }

export function isKey(table: { id: PgColumn; ref: PgColumn }, key: Key): SQL {
	return 'id' in key ? eq(table.id, key.id) : eq(table.ref, key.ref)
}
