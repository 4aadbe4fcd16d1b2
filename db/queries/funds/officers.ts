import { and, asc, desc, eq, gte, inArray, like, lt, or, type SQL, sql } from 'drizzle-orm'
import { foldName } from '#app/domain/applications/matching.ts'
import type { TopUpState } from '#app/domain/funds/top-up.ts'
import type { PaidTopUp } from '#app/domain/funds/unusual-patterns.ts'
import type { DbOrTx } from '#db/client.server.ts'
import {
	dispute,
	ledgerEntry,
	ledgerTransaction,
	phoneAccount,
	prisoner,
	refund,
	stripeEvent,
	topUp,
	visitor,
} from '#db/schema/index.ts'

const named = {
	payer: { id: visitor.id, ref: visitor.ref, givenName: visitor.givenName, familyName: visitor.familyName },
	prisoner: {
		id: prisoner.id,
		ref: prisoner.ref,
		number: prisoner.number,
		givenName: prisoner.givenName,
		familyName: prisoner.familyName,
	},
}

interface Person {
	id: string
	ref: string
	givenName: string
	familyName: string
}

export interface KnownTopUp {
	topUp: typeof topUp.$inferSelect
	payer: Person
	prisoner: Person & { number: string }
}

export interface TopUpSearch {
	/** Where the prisoner is now. */
	facilityId: string
	/** A reference, a prisoner's number, or a part of a name; all when empty. */
	text: string
	state: TopUpState | null
	/** Started before: the page after one that was shown. */
	before: Date | null
	limit: number
}

/** Top-ups of a facility's prisoners, the latest first. */
export async function searchTopUps(db: DbOrTx, search: TopUpSearch): Promise<KnownTopUp[]> {
	return db
		.select({ topUp, ...named })
		.from(topUp)
		.innerJoin(prisoner, eq(prisoner.id, topUp.prisonerId))
		.innerJoin(visitor, eq(visitor.id, topUp.payerId))
		.where(
			and(
				eq(prisoner.facilityId, search.facilityId),
				search.state === null ? undefined : eq(topUp.state, search.state),
				search.before === null ? undefined : lt(topUp.startedAt, search.before),
				matches(search.text.trim()),
			),
		)
		.orderBy(desc(topUp.startedAt), desc(topUp.id))
		.limit(search.limit)
}

function matches(text: string): SQL | undefined {
	if (text === '') return undefined
	const part = `%${foldName(text).replaceAll(/[\\%_]/g, '\\$&')}%`
	return or(
		eq(topUp.ref, text.toUpperCase()),
		eq(prisoner.number, text),
		...(part === '%%' ? [] : [like(prisoner.foldedName, part), like(visitor.foldedName, part)]),
	)
}

/** One top-up with its people; null when there is none. */
export async function selectKnownTopUp(db: DbOrTx, ref: string): Promise<(KnownTopUp & { facilityId: string }) | null> {
	const [row] = await db
		.select({ topUp, ...named, facilityId: prisoner.facilityId })
		.from(topUp)
		.innerJoin(prisoner, eq(prisoner.id, topUp.prisonerId))
		.innerJoin(visitor, eq(visitor.id, topUp.payerId))
		.where(eq(topUp.ref, ref))
		.limit(1)
	return row ?? null
}

export interface BookedTransaction {
	kind: typeof ledgerTransaction.$inferSelect.kind
	at: Date
	/** What it did to the prisoner's account, in whole øre. */
	ore: number
}

const onAccount = (db: DbOrTx, where: SQL | undefined) =>
	db
		.select({ kind: ledgerTransaction.kind, at: ledgerTransaction.at, ore: ledgerEntry.ore })
		.from(ledgerTransaction)
		.innerJoin(ledgerEntry, eq(ledgerEntry.transactionId, ledgerTransaction.id))
		.where(and(like(ledgerEntry.account, 'prisoner:%'), where))

/** What the books hold of one top-up, the oldest first. */
export async function selectBookedFor(db: DbOrTx, topUpId: string): Promise<BookedTransaction[]> {
	const causes = or(
		eq(ledgerTransaction.causeId, topUpId),
		inArray(ledgerTransaction.causeId, db.select({ id: refund.id }).from(refund).where(eq(refund.topUpId, topUpId))),
		inArray(ledgerTransaction.causeId, db.select({ id: dispute.id }).from(dispute).where(eq(dispute.topUpId, topUpId))),
	)
	return onAccount(db, causes).orderBy(asc(ledgerTransaction.at), asc(ledgerTransaction.id))
}

/** A prisoner's account: the balance, and what was booked on it, the latest first. */
export async function selectAccount(
	db: DbOrTx,
	prisonerId: string,
	limit: number,
): Promise<{ balanceOre: number; booked: BookedTransaction[] }> {
	const [kept] = await db.select().from(phoneAccount).where(eq(phoneAccount.prisonerId, prisonerId))
	const booked = await onAccount(db, eq(ledgerTransaction.prisonerId, prisonerId))
		.orderBy(desc(ledgerTransaction.at), desc(ledgerTransaction.id))
		.limit(limit)
	return { balanceOre: kept?.ore ?? 0, booked }
}

/** What Stripe told of a top-up, the oldest first. */
export async function selectEventsOf(db: DbOrTx, topUpId: string): Promise<(typeof stripeEvent.$inferSelect)[]> {
	return db
		.select()
		.from(stripeEvent)
		.where(eq(stripeEvent.topUpId, topUpId))
		.orderBy(asc(stripeEvent.receivedAt), asc(stripeEvent.id))
}

export interface WaitingRefund extends KnownTopUp {
	refund: typeof refund.$inferSelect
}

/** Refunds of a facility that wait for a second officer, the oldest first. */
export async function selectWaitingRefunds(db: DbOrTx, facilityId: string, limit: number): Promise<WaitingRefund[]> {
	return db
		.select({ refund, topUp, ...named })
		.from(refund)
		.innerJoin(topUp, eq(topUp.id, refund.topUpId))
		.innerJoin(prisoner, eq(prisoner.id, topUp.prisonerId))
		.innerJoin(visitor, eq(visitor.id, topUp.payerId))
		.where(and(eq(refund.state, 'proposed'), eq(prisoner.facilityId, facilityId)))
		.orderBy(asc(refund.proposedAt), asc(refund.id))
		.limit(limit)
}

/** What was paid since an instant by or for whoever has to do with a facility's prisoners. */
export async function selectPaidSince(db: DbOrTx, facilityId: string, since: Date): Promise<PaidTopUp[]> {
	const here = db.select({ id: prisoner.id }).from(prisoner).where(eq(prisoner.facilityId, facilityId))
	const payers = db.select({ id: topUp.payerId }).from(topUp).where(inArray(topUp.prisonerId, here))
	const rows = await db
		.select({ payerId: topUp.payerId, prisonerId: topUp.prisonerId, paidAt: topUp.paidAt })
		.from(topUp)
		.where(and(gte(topUp.paidAt, since), or(inArray(topUp.prisonerId, here), inArray(topUp.payerId, payers))))
	return rows.flatMap(({ paidAt, ...row }) => (paidAt === null ? [] : [{ ...row, paidAt }]))
}

/** People by their ids, to name them. */
export async function selectNames(
	db: DbOrTx,
	ids: { visitorIds: readonly string[]; prisonerIds: readonly string[]; facilityId: string },
): Promise<{ visitors: Map<string, Person>; prisoners: Map<string, Person & { number: string }> }> {
	const visitors = await db
		.select(named.payer)
		.from(visitor)
		.where(sql`${visitor.id} = any(${`{${ids.visitorIds.join(',')}}`}::uuid[])`)
	const prisoners = await db
		.select(named.prisoner)
		.from(prisoner)
		.where(
			and(
				sql`${prisoner.id} = any(${`{${ids.prisonerIds.join(',')}}`}::uuid[])`,
				eq(prisoner.facilityId, ids.facilityId),
			),
		)
	return {
		visitors: new Map(visitors.map((row) => [row.id, row])),
		prisoners: new Map(prisoners.map((row) => [row.id, row])),
	}
}

/** What the books hold in all on each account that is no prisoner's, and on theirs together. */
export async function selectTotals(db: DbOrTx): Promise<{ account: string; ore: number }[]> {
	const rows = await db.execute<{ account: string; ore: string }>(sql`
		select case when account like 'prisoner:%' then 'prisoners' else account end as account, sum(ore)::text as ore
		from ledger_entry group by 1 order by 1`)
	return rows.map((row) => ({ account: row.account, ore: Number(row.ore) }))
}
