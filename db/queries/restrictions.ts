import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { ban, courtRestriction, nonAssociation, protectiveOrder } from '#db/schema/index.ts'
import { isKey, type Key } from './key.ts'

/** Court restrictions, bans, protective orders and non-associations: written once, ended once. */

export type CourtRestrictionRow = typeof courtRestriction.$inferSelect
export type BanRow = typeof ban.$inferSelect
export type ProtectiveOrderRow = typeof protectiveOrder.$inferSelect
export type NonAssociationRow = typeof nonAssociation.$inferSelect

/**
 * Whether a protective order may stand after an instant. Where its clock is stopped the rules ask for the prisoner's custody.
 * Unqualified columns: only `protective_order` may have them in scope.
 */
export function mayStand(since: SQL): SQL {
	return sql`(to_at is null or clock_stopped or to_at > ${since})`
}

export async function insertCourtRestriction(
	tx: DbOrTx,
	values: typeof courtRestriction.$inferInsert,
): Promise<CourtRestrictionRow> {
	const [row] = await tx.insert(courtRestriction).values(values).returning()
	if (!row) throw new Error('Nothing was inserted')
	return row
}

export async function insertBan(tx: DbOrTx, values: typeof ban.$inferInsert): Promise<BanRow> {
	const [row] = await tx.insert(ban).values(values).returning()
	if (!row) throw new Error('Nothing was inserted')
	return row
}

export async function insertProtectiveOrder(
	tx: DbOrTx,
	values: typeof protectiveOrder.$inferInsert,
): Promise<ProtectiveOrderRow> {
	const [row] = await tx.insert(protectiveOrder).values(values).returning()
	if (!row) throw new Error('Nothing was inserted')
	return row
}

export async function insertNonAssociation(
	tx: DbOrTx,
	values: typeof nonAssociation.$inferInsert,
): Promise<NonAssociationRow> {
	const [row] = await tx.insert(nonAssociation).values(values).returning()
	if (!row) throw new Error('Nothing was inserted')
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

/** What the same form recorded before; null when it recorded nothing. */
export async function selectCourtRestrictionByForm(db: DbOrTx, key: string): Promise<CourtRestrictionRow | null> {
	const [row] = await db.select().from(courtRestriction).where(eq(courtRestriction.idempotencyKey, key)).limit(1)
	return row ?? null
}

export async function selectProtectiveOrderByForm(db: DbOrTx, key: string): Promise<ProtectiveOrderRow | null> {
	const [row] = await db.select().from(protectiveOrder).where(eq(protectiveOrder.idempotencyKey, key)).limit(1)
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

/** Who ends a restriction early, and why. */
export interface EarlyEnd {
	at: Date
	by: string | null
	reason: string | null
}

/** Ends an order now; one that had yet to begin has never been in force. false when it was over already. */
export async function endDatedOrder(
	tx: DbOrTx,
	table: typeof courtRestriction | typeof ban,
	id: string,
	end: EarlyEnd,
): Promise<boolean> {
	const instant = end.at.toISOString()
	const ended = await tx
		.update(table)
		.set({
			fromAt: sql`least(${table.fromAt}, ${instant}::timestamptz)`,
			toAt: end.at,
			endedBy: end.by,
			endReason: end.reason,
		})
		.where(and(eq(table.id, id), sql`${table.toAt} > ${instant}::timestamptz`))
		.returning({ id: table.id })
	return ended.length > 0
}

/** The same of a protective order, which may be without an end: its clock runs, and runs out now. */
export async function endProtectiveOrder(tx: DbOrTx, id: string, end: EarlyEnd): Promise<boolean> {
	const instant = end.at.toISOString()
	const ended = await tx
		.update(protectiveOrder)
		.set({
			fromAt: sql`least(${protectiveOrder.fromAt}, ${instant}::timestamptz)`,
			toAt: end.at,
			clockStopped: false,
			endedBy: end.by,
			endReason: end.reason,
		})
		.where(and(eq(protectiveOrder.id, id), mayStand(sql`${instant}::timestamptz`)))
		.returning({ id: protectiveOrder.id })
	return ended.length > 0
}

export async function endNonAssociation(tx: DbOrTx, id: string, end: EarlyEnd): Promise<boolean> {
	const ended = await tx
		.update(nonAssociation)
		.set({ endedAt: end.at, endedBy: end.by, endReason: end.reason })
		.where(and(eq(nonAssociation.id, id), isNull(nonAssociation.endedAt)))
		.returning({ id: nonAssociation.id })
	return ended.length > 0
}
