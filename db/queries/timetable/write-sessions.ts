import { eq } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { visitSession } from '#db/schema/index.ts'

export type SessionRow = typeof visitSession.$inferSelect
export type NewSession = typeof visitSession.$inferInsert

/** Rows in one statement: a parameter for each column, far below what the protocol takes. */
const rowsAtOnce = 500

/**
 * Writes sessions; one that is there already, of the same template and date, is left as it is. Returns how many were new.
 */
export async function insertSessions(tx: DbOrTx, rows: readonly NewSession[]): Promise<number> {
	let created = 0
	for (let from = 0; from < rows.length; from += rowsAtOnce) {
		const inserted = await tx
			.insert(visitSession)
			.values(rows.slice(from, from + rowsAtOnce))
			.onConflictDoNothing({ target: [visitSession.templateId, visitSession.templateDate] })
			.returning({ id: visitSession.id })
		created += inserted.length
	}
	return created
}

export async function updateSession(tx: DbOrTx, id: string, change: Partial<NewSession>): Promise<void> {
	await tx.update(visitSession).set(change).where(eq(visitSession.id, id))
}
