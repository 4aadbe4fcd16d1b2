import { and, desc, eq, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { permit } from '#db/schema/index.ts'
import { isKey, type Key } from './key.ts'

export type PermitRow = typeof permit.$inferSelect
export type PermitKey = Key | { visitorId: string; prisonerId: string }

/** One permit; of two people, the one that the rules read: theirs that has not ended, else the latest. null when there is none. */
export async function selectPermit(db: DbOrTx, key: PermitKey): Promise<PermitRow | null> {
	const where =
		'visitorId' in key
			? and(eq(permit.visitorId, key.visitorId), eq(permit.prisonerId, key.prisonerId))
			: isKey(permit, key)
	const [row] = await db
		.select()
		.from(permit)
		.where(where)
		.orderBy(sql`${permit.state} = 'ended'`, desc(permit.id))
		.limit(1)
	return row ?? null
}

export async function updatePermit(tx: DbOrTx, id: string, change: Partial<PermitRow>): Promise<PermitRow> {
	const [row] = await tx.update(permit).set(change).where(eq(permit.id, id)).returning()
	if (!row) throw new Error('The permit was not written')
	return row
}
