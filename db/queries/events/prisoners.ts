import { and, eq } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { prisoner, unit } from '#db/schema/index.ts'
import { isKey, type Key } from './keys.ts'

export type PrisonerRow = typeof prisoner.$inferSelect

/** One prisoner; null when there is none. */
export async function selectPrisoner(db: DbOrTx, key: Key): Promise<PrisonerRow | null> {
	const [row] = await db.select().from(prisoner).where(isKey(prisoner, key)).limit(1)
	return row ?? null
}

export async function updatePrisoner(
	tx: DbOrTx,
	id: string,
	change: Partial<Pick<PrisonerRow, 'facilityId' | 'unit' | 'securityLevel' | 'legalStatus' | 'custody'>>,
): Promise<PrisonerRow> {
	const [row] = await tx.update(prisoner).set(change).where(eq(prisoner.id, id)).returning()
	if (!row) throw new Error('The prisoner was not written')
	return row
}

export async function hasUnit(db: DbOrTx, facilityId: string, code: string): Promise<boolean> {
	const rows = await db
		.select({ code: unit.code })
		.from(unit)
		.where(and(eq(unit.facilityId, facilityId), eq(unit.code, code)))
		.limit(1)
	return rows.length > 0
}
