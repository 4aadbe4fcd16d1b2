import { and, asc, type Column, desc, eq, gte, inArray, isNotNull, like, lt, or, type SQL, sql } from 'drizzle-orm'
import { foldName } from '#app/domain/fold-name.ts'
import type { TopUpState } from '#app/domain/funds/top-up.ts'
import type { PaidTopUp } from '#app/domain/funds/unusual-patterns.ts'
import { foldNumber } from '#app/domain/prisoners/prisoner-number.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { officer, prisoner, refund, stripeEvent, topUp, visitor } from '#db/schema/index.ts'
import { foldedNumber } from '../prisoners.ts'

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

export interface NamedTopUp {
	topUp: typeof topUp.$inferSelect
	payer: Person
	prisoner: Person & { number: string }
}

export interface TopUpSearch {
	/** Where the prisoner is now. */
	facilityId: string
	/** A reference, a prisoner's number, or a part of a name; all when empty. */
	text: string
	/** The payer's reference. */
	payer: string | null
	state: TopUpState | null
	/** Whole øre. */
	ore: number | null
	/** Started at `from` or later, and before `until`. */
	from: Date | null
	until: Date | null
	/** Only what an officer keeps back now. */
	held: boolean
	/** The last reference of the page before. */
	after: string | null
	limit: number
}

/** Top-ups of a facility's prisoners, the latest first. */
export async function searchTopUps(db: DbOrTx, search: TopUpSearch): Promise<NamedTopUp[]> {
	return db
		.select({ topUp, ...named })
		.from(topUp)
		.innerJoin(prisoner, eq(prisoner.id, topUp.prisonerId))
		.innerJoin(visitor, eq(visitor.id, topUp.payerId))
		.where(
			and(
				eq(prisoner.facilityId, search.facilityId),
				search.payer === null ? undefined : eq(visitor.ref, search.payer),
				search.state === null ? undefined : eq(topUp.state, search.state),
				search.ore === null ? undefined : eq(topUp.ore, search.ore),
				search.from === null ? undefined : gte(topUp.startedAt, search.from),
				search.until === null ? undefined : lt(topUp.startedAt, search.until),
				search.held ? and(isNotNull(topUp.heldAt), inArray(topUp.state, ['started', 'paid'])) : undefined,
				search.after === null
					? undefined
					: sql`(${topUp.startedAt}, ${topUp.id}) < (select started_at, id from top_up last where ref = ${search.after})`,
				matches(search.text.trim()),
			),
		)
		.orderBy(desc(topUp.startedAt), desc(topUp.id))
		.limit(search.limit)
}

function matches(text: string): SQL | undefined {
	if (text === '') return undefined
	const parts = text
		.split(/\s+/)
		.map(foldName)
		.filter((part) => part !== '')
	const isNamed = (column: Column) => and(...parts.map((part) => like(column, `%${part}%`)))
	return or(
		eq(topUp.ref, text.toUpperCase()),
		eq(foldedNumber(prisoner.number), foldNumber(text)),
		...(parts.length === 0 ? [] : [isNamed(prisoner.foldedName), isNamed(visitor.foldedName)]),
	)
}

/** One top-up with its people; null when there is none. */
export async function selectNamedTopUp(db: DbOrTx, ref: string): Promise<(NamedTopUp & { facilityId: string }) | null> {
	const [row] = await db
		.select({ topUp, ...named, facilityId: prisoner.facilityId })
		.from(topUp)
		.innerJoin(prisoner, eq(prisoner.id, topUp.prisonerId))
		.innerJoin(visitor, eq(visitor.id, topUp.payerId))
		.where(eq(topUp.ref, ref))
		.limit(1)
	return row ?? null
}

/** What Stripe told of a top-up, the oldest first. */
export async function selectEventsOf(db: DbOrTx, topUpId: string): Promise<(typeof stripeEvent.$inferSelect)[]> {
	return db
		.select()
		.from(stripeEvent)
		.where(eq(stripeEvent.topUpId, topUpId))
		.orderBy(asc(stripeEvent.receivedAt), asc(stripeEvent.id))
}

export interface WaitingRefund extends NamedTopUp {
	refund: typeof refund.$inferSelect
	/** Who proposed it. */
	proposer: string | null
}

/** Refunds of a facility that wait for a second officer, the oldest first. */
export async function selectWaitingRefunds(db: DbOrTx, facilityId: string, limit: number): Promise<WaitingRefund[]> {
	return db
		.select({ refund, topUp, ...named, proposer: officer.name })
		.from(refund)
		.leftJoin(officer, eq(officer.id, refund.proposedBy))
		.innerJoin(topUp, eq(topUp.id, refund.topUpId))
		.innerJoin(prisoner, eq(prisoner.id, topUp.prisonerId))
		.innerJoin(visitor, eq(visitor.id, topUp.payerId))
		.where(and(sql`${refund.state} = 'proposed'`, eq(prisoner.facilityId, facilityId)))
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
