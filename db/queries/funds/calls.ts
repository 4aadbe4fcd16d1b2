import { eq } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { phoneCall } from '#db/schema/index.ts'

export type CallRow = typeof phoneCall.$inferSelect

/** A call by the phone system's own id for it; null when it is new. */
export async function selectCall(db: DbOrTx, callId: string): Promise<CallRow | null> {
	const [row] = await db.select().from(phoneCall).where(eq(phoneCall.callId, callId)).limit(1)
	return row ?? null
}

export async function insertCall(tx: DbOrTx, row: typeof phoneCall.$inferInsert): Promise<CallRow> {
	const [created] = await tx.insert(phoneCall).values(row).returning()
	if (!created) throw new Error('The call was not written')
	return created
}
