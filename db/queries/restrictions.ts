import { and, eq, isNull, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { ban, courtRestriction, nonAssociation, protectiveOrder } from '#db/schema/index.ts'
import { isKey, type Key } from './key.ts'

/** Court restrictions, bans, protective orders and non-associations: written once, ended once. */

export type CourtRestrictionRow = typeof courtRestriction.$inferSelect
export type BanRow = typeof ban.$inferSelect
export type ProtectiveOrderRow = typeof protectiveOrder.$inferSelect
export type NonAssociationRow = typeof nonAssociation.$inferSelect

export async function insertCourtRestriction(tx: DbOrTx, row: CourtRestrictionRow): Promise<CourtRestrictionRow> {
	await tx.insert(courtRestriction).values(row)
	return row
}

export async function insertBan(tx: DbOrTx, row: BanRow): Promise<BanRow> {
	await tx.insert(ban).values(row)
	return row
}

export async function insertProtectiveOrder(tx: DbOrTx, row: ProtectiveOrderRow): Promise<ProtectiveOrderRow> {
	await tx.insert(protectiveOrder).values(row)
	return row
}

export async function insertNonAssociation(tx: DbOrTx, row: NonAssociationRow): Promise<NonAssociationRow> {
	await tx.insert(nonAssociation).values(row)
	return row
}

/** The pair that is in force between these two already; null when there is none. */
export async function selectActiveNonAssociation(
	db: DbOrTx,
	two: Pick<NonAssociationRow, 'prisonerA' | 'prisonerB' | 'visitorA' | 'visitorB'>,
): Promise<NonAssociationRow | null> {
	const same =
		two.prisonerA && two.prisonerB
			? and(eq(nonAssociation.prisonerA, two.prisonerA), eq(nonAssociation.prisonerB, two.prisonerB))
			: and(eq(nonAssociation.visitorA, two.visitorA ?? ''), eq(nonAssociation.visitorB, two.visitorB ?? ''))
	const [row] = await db
		.select()
		.from(nonAssociation)
		.where(and(same, isNull(nonAssociation.endedAt)))
		.limit(1)
	return row ?? null
}

export async function selectCourtRestriction(db: DbOrTx, key: Key): Promise<CourtRestrictionRow | null> {
	const [row] = await db.select().from(courtRestriction).where(isKey(courtRestriction, key)).limit(1)
	return row ?? null
}

export async function selectBan(db: DbOrTx, key: Key): Promise<BanRow | null> {
	const [row] = await db.select().from(ban).where(isKey(ban, key)).limit(1)
	return row ?? null
}

export async function selectProtectiveOrder(db: DbOrTx, key: Key): Promise<ProtectiveOrderRow | null> {
	const [row] = await db.select().from(protectiveOrder).where(isKey(protectiveOrder, key)).limit(1)
	return row ?? null
}

export async function selectNonAssociation(db: DbOrTx, key: Key): Promise<NonAssociationRow | null> {
	const [row] = await db.select().from(nonAssociation).where(isKey(nonAssociation, key)).limit(1)
	return row ?? null
}

/** Ends an order now; one that had yet to begin has never been in force. false when it was over already. */
export async function endDatedOrder(
	tx: DbOrTx,
	table: typeof courtRestriction | typeof ban | typeof protectiveOrder,
	id: string,
	now: Date,
): Promise<boolean> {
	const instant = now.toISOString()
	const ended = await tx
		.update(table)
		.set({ fromAt: sql`least(${table.fromAt}, ${instant}::timestamptz)`, toAt: now })
		.where(and(eq(table.id, id), sql`${table.toAt} > ${instant}::timestamptz`))
		.returning({ id: table.id })
	return ended.length > 0
}

export async function endNonAssociation(tx: DbOrTx, id: string, now: Date): Promise<boolean> {
	const ended = await tx
		.update(nonAssociation)
		.set({ endedAt: now })
		.where(and(eq(nonAssociation.id, id), isNull(nonAssociation.endedAt)))
		.returning({ id: nonAssociation.id })
	return ended.length > 0
}
