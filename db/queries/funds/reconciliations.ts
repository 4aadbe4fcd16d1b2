import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { reconciliation } from '#db/schema/index.ts'
import { at } from '../statement.ts'

export type ReconciliationRow = typeof reconciliation.$inferSelect

export async function selectLastReconciliations(db: DbOrTx, count: number): Promise<ReconciliationRow[]> {
	return db.select().from(reconciliation).orderBy(desc(reconciliation.ranAt), desc(reconciliation.id)).limit(count)
}

/** Whether the day's own comparison is made; one that an officer asked for does not stand for it. */
export async function hasReconciliation(db: DbOrTx, day: string): Promise<boolean> {
	const rows = await db
		.select({ id: reconciliation.id })
		.from(reconciliation)
		.where(and(eq(reconciliation.day, day), isNull(reconciliation.runBy)))
	return rows.length > 0
}

/** Writes what a day's comparison found; false when another worker has written it already. */
export async function insertReconciliation(tx: DbOrTx, row: typeof reconciliation.$inferInsert): Promise<boolean> {
	const rows = await tx.insert(reconciliation).values(row).onConflictDoNothing().returning({ id: reconciliation.id })
	return rows.length > 0
}

/** Whether any money has ever come in: before that there is nothing to compare. */
export async function anyTopUp(db: DbOrTx): Promise<boolean> {
	const rows = await db.execute(sql`select from top_up limit 1`)
	return rows.length > 0
}

export interface BookedMovement {
	kind: 'charge' | 'refund' | 'dispute'
	/** Stripe's id of the charge, refund or dispute. */
	sourceId: string
	/** To us above zero, from us below. */
	ore: number
	topUpId: string
	prisonerId: string
	checkoutId: string | null
}

const booked = sql`
	select 'charge' as kind, t.charge_id as source_id, t.ore as ore, t.id as top_up_id, t.prisoner_id, t.checkout_id
		from top_up t where t.paid_at is not null and t.charge_id is not null
	union all
	select 'refund', r.stripe_id, case when r.state = 'failed' then 0 else -r.ore end, t.id, t.prisoner_id, t.checkout_id
		from refund r join top_up t on t.id = r.top_up_id where r.stripe_id is not null
	union all
	select 'dispute', d.stripe_id, -d.debited_ore, t.id, t.prisoner_id, t.checkout_id
		from dispute d join top_up t on t.id = d.top_up_id`

/** What our books say of things that Stripe knows by these ids. */
export async function selectBooked(db: DbOrTx, sourceIds: readonly string[]): Promise<BookedMovement[]> {
	if (sourceIds.length === 0) return []
	const list = JSON.stringify(sourceIds)
	return toBooked(
		await db.execute<BookedRow>(
			sql`select * from (${booked}) b where source_id in (select jsonb_array_elements_text(${list}::jsonb))`,
		),
	)
}

/** What our books say of payments touched since an instant. */
export async function selectBookedSince(db: DbOrTx, since: Date): Promise<BookedMovement[]> {
	return toBooked(
		await db.execute<BookedRow>(sql`select * from (${booked}) b where top_up_id in (
			select l.cause_id from ledger_transaction l where l.at >= ${at(since)}
			union select r.top_up_id from ledger_transaction l join refund r on r.id = l.cause_id where l.at >= ${at(since)}
			union select d.top_up_id from ledger_transaction l join dispute d on d.id = l.cause_id where l.at >= ${at(since)})`),
	)
}

interface BookedRow extends Record<string, unknown> {
	kind: BookedMovement['kind']
	source_id: string
	ore: string
	top_up_id: string
	prisoner_id: string
	checkout_id: string | null
}

function toBooked(rows: readonly BookedRow[]): BookedMovement[] {
	return rows.map((row) => ({
		kind: row.kind,
		sourceId: row.source_id,
		ore: Number(row.ore),
		topUpId: row.top_up_id,
		prisonerId: row.prisoner_id,
		checkoutId: row.checkout_id,
	}))
}
