import { and, asc, eq, isNull } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { facility, facilityKey } from '#db/schema/index.ts'

export type FacilityKeyRow = typeof facilityKey.$inferSelect

/** A key by its reference, also one that is revoked; null when there is none. */
export async function selectKey(db: DbOrTx, by: { ref: string } | { id: string }): Promise<FacilityKeyRow | null> {
	const where = 'ref' in by ? eq(facilityKey.ref, by.ref) : eq(facilityKey.id, by.id)
	const [row] = await db.select().from(facilityKey).where(where).limit(1)
	return row ?? null
}

export async function selectKeys(db: DbOrTx, facilityId: string): Promise<FacilityKeyRow[]> {
	return db.select().from(facilityKey).where(eq(facilityKey.facilityId, facilityId)).orderBy(asc(facilityKey.createdAt))
}

export async function insertKey(tx: DbOrTx, row: typeof facilityKey.$inferInsert): Promise<void> {
	await tx.insert(facilityKey).values(row)
}

/** A new secret, or the end of the key. Returns the row, or null where it is revoked already. */
export async function updateKey(
	tx: DbOrTx,
	ref: string,
	change: { secretHash: Buffer } | { revokedAt: Date },
): Promise<FacilityKeyRow | null> {
	const [row] = await tx
		.update(facilityKey)
		.set(change)
		.where(and(eq(facilityKey.ref, ref), isNull(facilityKey.revokedAt)))
		.returning()
	return row ?? null
}

export async function selectFacilityBySlug(db: DbOrTx, slug: string): Promise<{ id: string } | null> {
	const [row] = await db.select({ id: facility.id }).from(facility).where(eq(facility.slug, slug)).limit(1)
	return row ?? null
}
