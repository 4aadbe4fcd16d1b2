import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { Refundable } from '#app/domain/funds/refund-shares.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { refund } from '#db/schema/index.ts'

export type RefundRow = typeof refund.$inferSelect

export async function selectRefund(
	db: DbOrTx,
	key: { id: string } | { ref: string } | { idempotencyKey: string },
): Promise<RefundRow | null> {
	const is =
		'id' in key
			? eq(refund.id, key.id)
			: 'ref' in key
				? eq(refund.ref, key.ref)
				: eq(refund.idempotencyKey, key.idempotencyKey)
	const [row] = await db.select().from(refund).where(is).limit(1)
	return row ?? null
}

export async function selectRefundsOf(db: DbOrTx, topUpId: string): Promise<RefundRow[]> {
	return db.select().from(refund).where(eq(refund.topUpId, topUpId)).orderBy(asc(refund.proposedAt), asc(refund.id))
}

export async function insertRefund(tx: DbOrTx, row: typeof refund.$inferInsert): Promise<RefundRow> {
	const [created] = await tx.insert(refund).values(row).returning()
	if (!created) throw new Error('The refund was not written')
	return created
}

export type RefundChange = Partial<
	Pick<
		RefundRow,
		'state' | 'decidedBy' | 'decidedAt' | 'stripeId' | 'sentAt' | 'failedAt' | 'tryAt' | 'tries' | 'errorHandler'
	>
>

export async function updateRefund(tx: DbOrTx, id: string, change: RefundChange): Promise<RefundRow> {
	const [row] = await tx.update(refund).set(change).where(eq(refund.id, id)).returning()
	if (!row) throw new Error('The refund was not written')
	return row
}

/** Takes refunds that Stripe is to be told of, and sets the next time, so that no other worker tells it now. */
export async function takeRefundsToSend(db: DbOrTx, now: Date, again: Date, count: number): Promise<RefundRow[]> {
	const due = db.$with('due').as(
		db
			.select({ id: refund.id })
			.from(refund)
			.where(and(eq(refund.state, 'due'), lte(refund.tryAt, now)))
			.orderBy(asc(refund.tryAt), asc(refund.id))
			.limit(count)
			.for('no key update', { skipLocked: true }),
	)
	return db
		.with(due)
		.update(refund)
		.set({ tryAt: again, tries: sql`${refund.tries} + 1` })
		.where(sql`${refund.id} in (select id from ${due})`)
		.returning()
}

/** Proposals made before an instant that nobody has decided. */
export async function selectOldProposals(db: DbOrTx, createdBy: Date, count: number): Promise<RefundRow[]> {
	return db
		.select()
		.from(refund)
		.where(and(eq(refund.state, 'proposed'), lte(refund.proposedAt, createdBy)))
		.orderBy(asc(refund.proposedAt), asc(refund.id))
		.limit(count)
}

/**
 * Whether something of the top-up `t` was to go back and could not, so that nothing more of it does by itself: not of what went by
 * itself, and of what people gave back not until an officer has seen to it.
 */
export const failedRefund = sql`exists (select from refund r where r.top_up_id = t.id and r.state = 'failed'
	and (r.cause not in ('officer', 'at-stripe') or exists (select from discrepancy d
		where d.kind = 'refund-failed' and d.subject = r.ref and d.ended_at is null)))`

/** Whether something of a top-up was to go back and could not. */
export async function hasFailedRefund(db: DbOrTx, topUpId: string): Promise<boolean> {
	const [row] = await db.execute<{ failed: boolean }>(
		sql`select ${failedRefund} as failed from top_up t where id = ${topUpId}::uuid`,
	)
	return row?.failed === true
}

/** Released prisoners of whose money something can go back by itself: `refundShares` says whose share it is. */
export async function selectReleasedWithMoney(db: DbOrTx, count: number): Promise<{ id: string }[]> {
	return db.execute(sql`
		select p.id from phone_account a join prisoner p on p.id = a.prisoner_id
		cross join lateral (select coalesce(sum(t.ore - t.refunded_ore - t.disputed_ore), 0) as ore from top_up t
			where t.prisoner_id = p.id and t.paid_at is not null and t.credited_at is null) waiting
		where a.ore > waiting.ore and a.ore > 0 and p.custody = 'released' and exists (
			select from (select ${failedRefund} as failed, coalesce(sum(t.ore - t.refunded_ore - t.disputed_ore)
					over (order by t.paid_at desc, t.id desc rows between unbounded preceding and 1 preceding), 0) as newer
				from top_up t where t.prisoner_id = p.id and t.credited_at is not null
					and t.ore > t.refunded_ore + t.disputed_ore) share
			where not share.failed and a.ore - waiting.ore > share.newer)
		order by p.id limit ${count}`)
}

/** A prisoner's credited top-ups of which something is left, and whether something of them failed to go back before. */
export async function selectReturnable(db: DbOrTx, prisonerId: string): Promise<Refundable[]> {
	const rows = await db.execute<{ id: string; paid: string; left: string; failed: boolean }>(sql`
		select id, to_json(paid_at) #>> '{}' as paid, (ore - refunded_ore - disputed_ore)::text as left, ${failedRefund} as failed
		from top_up t where prisoner_id = ${prisonerId}::uuid and credited_at is not null and ore > refunded_ore + disputed_ore
		order by id`)
	return rows.map((row) => ({ id: row.id, paidAt: new Date(row.paid), left: Number(row.left), failed: row.failed }))
}
