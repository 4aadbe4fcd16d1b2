import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { phoneCredit } from '#db/schema/index.ts'

export type CreditRow = typeof phoneCredit.$inferSelect

export async function insertCredit(tx: DbOrTx, row: typeof phoneCredit.$inferInsert): Promise<void> {
	await tx.insert(phoneCredit).values(row)
}

export async function selectCredit(db: DbOrTx, id: string): Promise<CreditRow | null> {
	const [row] = await db.select().from(phoneCredit).where(eq(phoneCredit.id, id)).limit(1)
	return row ?? null
}

/** The credit of the payment itself; null while it is not paid. */
export async function selectFirstCredit(db: DbOrTx, topUpId: string): Promise<CreditRow | null> {
	const [row] = await db
		.select()
		.from(phoneCredit)
		.where(and(eq(phoneCredit.topUpId, topUpId), eq(phoneCredit.first, true)))
		.limit(1)
	return row ?? null
}

export async function selectCreditsOf(db: DbOrTx, topUpId: string): Promise<CreditRow[]> {
	return db.select().from(phoneCredit).where(eq(phoneCredit.topUpId, topUpId)).orderBy(asc(phoneCredit.id))
}

export async function updateCredit(
	tx: DbOrTx,
	id: string,
	change: Partial<Pick<CreditRow, 'state' | 'tryAt' | 'tries' | 'recalledOre' | 'answeredAt'>>,
): Promise<void> {
	await tx.update(phoneCredit).set(change).where(eq(phoneCredit.id, id))
}

/** The phone system is asked about it no more, unless it has answered meanwhile. The top-up must be locked. */
export async function withdrawCredit(tx: DbOrTx, id: string): Promise<void> {
	await tx
		.update(phoneCredit)
		.set({ state: 'withdrawn' })
		.where(and(eq(phoneCredit.id, id), eq(phoneCredit.state, 'due')))
}

/** Takes credits that the phone system is to be told of, and sets the next time, so that no other worker tells it now. */
export async function takeCreditsToSend(db: DbOrTx, now: Date, again: Date, count: number): Promise<CreditRow[]> {
	const due = db.$with('due').as(
		db
			.select({ id: phoneCredit.id })
			.from(phoneCredit)
			.where(and(eq(phoneCredit.state, 'due'), lte(phoneCredit.tryAt, now)))
			.orderBy(asc(phoneCredit.tryAt), asc(phoneCredit.id))
			.limit(count)
			.for('no key update', { skipLocked: true }),
	)
	const taken = await db
		.with(due)
		.update(phoneCredit)
		.set({ tryAt: again, tries: sql`${phoneCredit.tries} + 1` })
		.where(sql`${phoneCredit.id} in (select id from ${due})`)
		.returning()
	return taken.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The next instant after one at which money falls due; null when none does. */
export async function selectNextFundsDue(db: DbOrTx, after: Date): Promise<Date | null> {
	const then = sql`${after.toISOString()}::timestamptz`
	const [row] = await db.execute<{ next: string | null }>(sql`
		select to_json(least(
			(select min(try_at) from phone_credit where state = 'due' and try_at > ${then}),
			(select min(try_at) from refund where state = 'due' and try_at > ${then}),
			(select min(proposed_at) + interval '72 hours' from refund where state = 'proposed' and proposed_at > ${then} - interval '72 hours'),
			(select min(next_poll_at) from top_up where next_poll_at > ${then}),
			(select min(refund_by) from top_up where paid_at is not null and credited_at is null and refund_by > ${then})
		)) as next`)
	return row?.next ? new Date(row.next) : null
}
