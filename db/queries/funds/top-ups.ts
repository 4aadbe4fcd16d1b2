import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { topUp } from '#db/schema/index.ts'
import { failedRefund } from './refunds.ts'

export type TopUpRow = typeof topUp.$inferSelect

/** Which one: by its id, its reference, its form's key, or Stripe's page or payment. */
export type TopUpKey =
	| { id: string }
	| { ref: string }
	| { idempotencyKey: string }
	| { checkoutId: string }
	| { paymentId: string }

export async function selectTopUp(db: DbOrTx, key: TopUpKey): Promise<TopUpRow | null> {
	const [row] = await db.select().from(topUp).where(isTopUp(key)).limit(1)
	return row ?? null
}

function isTopUp(key: TopUpKey) {
	if ('id' in key) return eq(topUp.id, key.id)
	if ('ref' in key) return eq(topUp.ref, key.ref)
	if ('idempotencyKey' in key) return eq(topUp.idempotencyKey, key.idempotencyKey)
	return 'checkoutId' in key ? eq(topUp.checkoutId, key.checkoutId) : eq(topUp.paymentId, key.paymentId)
}

/** Locks a prisoner's money: before anything of it is read that is to hold until the end of the transaction. */
export async function lockMoney(tx: DbOrTx, prisonerId: string): Promise<void> {
	await tx.execute(sql`select from prisoner where id = ${prisonerId}::uuid for no key update`)
}

/** Locks the money of the prisoner whom a top-up is for, and answers the top-up as it is under the lock. */
export async function lockTopUp(tx: DbOrTx, id: string): Promise<TopUpRow> {
	const found = await selectTopUp(tx, { id })
	if (found) await lockMoney(tx, found.prisonerId)
	const locked = found && (await selectTopUp(tx, { id }))
	if (!locked) throw new Error('The top-up is gone')
	return locked
}

export async function insertTopUp(tx: DbOrTx, row: typeof topUp.$inferInsert): Promise<TopUpRow> {
	const [created] = await tx.insert(topUp).values(row).returning()
	if (!created) throw new Error('The top-up was not written')
	return created
}

export type TopUpChange = Partial<Omit<TopUpRow, 'id' | 'ref' | 'ore' | 'payerId' | 'prisonerId'>>

export async function updateTopUp(tx: DbOrTx, id: string, change: TopUpChange): Promise<TopUpRow> {
	const [row] = await tx.update(topUp).set(change).where(eq(topUp.id, id)).returning()
	if (!row) throw new Error('The top-up was not written')
	return row
}

/** Writes the page on which to pay, unless one is written already. */
export async function writeCheckout(tx: DbOrTx, id: string, page: { checkoutId: string; url: string }): Promise<void> {
	await tx
		.update(topUp)
		.set({ checkoutId: page.checkoutId, checkoutUrl: page.url })
		.where(and(eq(topUp.id, id), isNull(topUp.checkoutId)))
}

/** Takes the top-ups about which Stripe is to be asked, and sets the next time to ask, so that no other worker does now. */
export async function takeDueForPolling(db: DbOrTx, now: Date, again: Date, count: number): Promise<TopUpRow[]> {
	const due = db
		.$with('due')
		.as(
			db
				.select({ id: topUp.id })
				.from(topUp)
				.where(lte(topUp.nextPollAt, now))
				.orderBy(asc(topUp.nextPollAt), asc(topUp.id))
				.limit(count)
				.for('no key update', { skipLocked: true }),
		)
	return db
		.with(due)
		.update(topUp)
		.set({ nextPollAt: again, pollCount: sql`${topUp.pollCount} + 1` })
		.where(sql`${topUp.id} in (select id from ${due})`)
		.returning()
}

/** Paid, not credited and due to go back by an instant. */
export async function selectOverdue(db: DbOrTx, now: Date, count: number): Promise<{ id: string }[]> {
	return db.execute(sql`
		select id from top_up t where paid_at is not null and credited_at is null
			and refund_by <= ${now.toISOString()}::timestamptz and ore > refunded_ore + disputed_ore
			and not ${failedRefund}
		order by refund_by, id limit ${count}`)
}
