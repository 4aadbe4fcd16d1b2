import { eq } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { guardianship, permit, prisoner, visitor } from '#db/schema/index.ts'
import type { Key } from './key.ts'
import { isKey } from './key.ts'

/** The guardians of a child, by id. */
export async function selectGuardians(db: DbOrTx, childId: string): Promise<string[]> {
	const rows = await db
		.select({ id: guardianship.guardianId })
		.from(guardianship)
		.where(eq(guardianship.childId, childId))
	return rows.map((row) => row.id)
}

/** A guardian's children, the eldest first. */
export async function selectChildren(db: DbOrTx, guardianId: string): Promise<(typeof visitor.$inferSelect)[]> {
	const rows = await db
		.select({ visitor })
		.from(guardianship)
		.innerJoin(visitor, eq(visitor.id, guardianship.childId))
		.where(eq(guardianship.guardianId, guardianId))
		.orderBy(visitor.born, visitor.id)
	return rows.map((row) => row.visitor)
}

export async function selectVisitor(db: DbOrTx, id: string): Promise<typeof visitor.$inferSelect | null> {
	const [row] = await db.select().from(visitor).where(eq(visitor.id, id)).limit(1)
	return row ?? null
}

/** The permits of a visitor with whom they are for, those that have not ended. */
export async function selectPermitsOf(
	db: DbOrTx,
	visitorId: string,
): Promise<{ permit: typeof permit.$inferSelect; prisoner: typeof prisoner.$inferSelect }[]> {
	const rows = await db
		.select({ permit, prisoner })
		.from(permit)
		.innerJoin(prisoner, eq(prisoner.id, permit.prisonerId))
		.where(eq(permit.visitorId, visitorId))
		.orderBy(prisoner.familyName, prisoner.id)
	return rows.filter((row) => row.permit.state !== 'ended')
}

/** Adds a child to a guardian, whose lock is held. */
export async function insertChild(
	tx: DbOrTx,
	row: typeof visitor.$inferInsert,
	guardianId: string,
): Promise<typeof visitor.$inferSelect> {
	const [child] = await tx.insert(visitor).values(row).returning()
	if (!child) throw new Error('The child was not written')
	await tx.insert(guardianship).values({ childId: child.id, guardianId })
	return child
}

export async function selectVisitorId(db: DbOrTx, key: Key): Promise<string | null> {
	const [row] = await db.select({ id: visitor.id }).from(visitor).where(isKey(visitor, key)).limit(1)
	return row?.id ?? null
}
