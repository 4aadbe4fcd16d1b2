import { eq, inArray } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { stripeEvent } from '#db/schema/index.ts'

/** Whether an event has been taken in. */
export async function isEventKnown(db: DbOrTx, id: string): Promise<boolean> {
	const rows = await db.select({ id: stripeEvent.id }).from(stripeEvent).where(eq(stripeEvent.id, id)).limit(1)
	return rows.length > 0
}

/** Writes an event down, in the transaction of its effect; false when it was there already, and nothing is to be done. */
export async function insertEvent(tx: DbOrTx, row: typeof stripeEvent.$inferInsert): Promise<boolean> {
	const rows = await tx.insert(stripeEvent).values(row).onConflictDoNothing().returning({ id: stripeEvent.id })
	return rows.length > 0
}

/** Those of these events that have been taken in. */
export async function selectKnownEvents(db: DbOrTx, eventIds: readonly string[]): Promise<Set<string>> {
	if (eventIds.length === 0) return new Set()
	const rows = await db
		.select({ id: stripeEvent.id })
		.from(stripeEvent)
		.where(inArray(stripeEvent.id, [...eventIds]))
	return new Set(rows.map(({ id }) => id))
}
