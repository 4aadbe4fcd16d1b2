import { asc, eq } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { dispute } from '#db/schema/index.ts'

export type DisputeRow = typeof dispute.$inferSelect

export async function selectDisputesOf(db: DbOrTx, topUpId: string): Promise<DisputeRow[]> {
	return db.select().from(dispute).where(eq(dispute.topUpId, topUpId)).orderBy(asc(dispute.openedAt), asc(dispute.id))
}

export async function insertDispute(tx: DbOrTx, row: typeof dispute.$inferInsert): Promise<DisputeRow> {
	const [created] = await tx.insert(dispute).values(row).returning()
	if (!created) throw new Error('The dispute was not written')
	return created
}

export async function updateDispute(
	tx: DbOrTx,
	id: string,
	change: Partial<Pick<DisputeRow, 'state' | 'endedAt' | 'debitedOre' | 'steps'>>,
): Promise<void> {
	await tx.update(dispute).set(change).where(eq(dispute.id, id))
}
