import { and, desc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import { discrepancy, officer, prisoner, topUp } from '#db/schema/index.ts'

export type DiscrepancyRow = typeof discrepancy.$inferSelect

export type NewDiscrepancy = Pick<DiscrepancyRow, 'kind' | 'subject'> &
	Partial<
		Pick<DiscrepancyRow, 'topUpId' | 'prisonerId' | 'facilityId' | 'stripeOre' | 'ledgerOre' | 'endedAt' | 'resolution'>
	>

/** Notes that something does not add up; true when it was not noted before. */
export async function recordDiscrepancy(tx: DbOrTx, found: NewDiscrepancy, now: Date): Promise<boolean> {
	const rows = await tx
		.insert(discrepancy)
		.values({ id: newId(now), ref: newRef(), foundAt: now, ...found })
		.onConflictDoNothing()
		.returning({ id: discrepancy.id })
	return rows.length > 0
}

/** Which of these refunds at Stripe are named already as having returned what was returned before. */
export async function selectNamedTwice(db: DbOrTx, sourceIds: readonly string[]): Promise<Set<string>> {
	if (sourceIds.length === 0) return new Set()
	const rows = await db
		.select({ subject: discrepancy.subject })
		.from(discrepancy)
		.where(
			and(
				eq(discrepancy.kind, 'returned-twice'),
				sql`${discrepancy.subject} in (select jsonb_array_elements_text(${JSON.stringify(sourceIds)}::jsonb))`,
			),
		)
	return new Set(rows.map(({ subject }) => subject))
}

const shown = {
	discrepancy,
	topUpRef: topUp.ref,
	prisoner: {
		ref: prisoner.ref,
		number: prisoner.number,
		givenName: prisoner.givenName,
		familyName: prisoner.familyName,
	},
}

export interface OpenDiscrepancy {
	discrepancy: DiscrepancyRow
	topUpRef: string | null
	prisoner: { ref: string; number: string; givenName: string; familyName: string } | null
}

/** Whether it is about a facility's prisoner or call, or about nobody yet. */
const isOf = (facilityId: string) =>
	or(isNull(discrepancy.prisonerId), eq(sql`coalesce(${discrepancy.facilityId}, ${prisoner.facilityId})`, facilityId))

/** What is open about a facility's prisoners and calls, and what is about nobody yet; the latest first. */
export async function selectOpenDiscrepancies(
	db: DbOrTx,
	facilityId: string,
	limit: number,
): Promise<OpenDiscrepancy[]> {
	return db
		.select(shown)
		.from(discrepancy)
		.leftJoin(topUp, eq(topUp.id, discrepancy.topUpId))
		.leftJoin(prisoner, eq(prisoner.id, discrepancy.prisonerId))
		.where(and(isNull(discrepancy.endedAt), isOf(facilityId)))
		.orderBy(desc(discrepancy.foundAt), desc(discrepancy.id))
		.limit(limit)
}

export interface ResolvedDiscrepancy extends OpenDiscrepancy {
	/** The officer who ended it; null where it was put right by itself. */
	endedBy: string | null
}

/** The same of what was ended since an instant, the latest first. */
export async function selectResolvedDiscrepancies(
	db: DbOrTx,
	facilityId: string,
	since: Date,
	limit: number,
): Promise<ResolvedDiscrepancy[]> {
	return db
		.select({ ...shown, endedBy: officer.name })
		.from(discrepancy)
		.leftJoin(officer, eq(officer.id, discrepancy.endedBy))
		.leftJoin(topUp, eq(topUp.id, discrepancy.topUpId))
		.leftJoin(prisoner, eq(prisoner.id, discrepancy.prisonerId))
		.where(and(gte(discrepancy.endedAt, since), isOf(facilityId)))
		.orderBy(desc(discrepancy.endedAt), desc(discrepancy.id))
		.limit(limit)
}

/** One difference, locked; null when there is none. */
export async function lockDiscrepancy(tx: DbOrTx, ref: string): Promise<DiscrepancyRow | null> {
	const [row] = await tx.select().from(discrepancy).where(eq(discrepancy.ref, ref)).for('no key update')
	return row ?? null
}

export async function updateDiscrepancyResolved(
	tx: DbOrTx,
	id: string,
	end: { endedAt: Date; endedBy: string | null; resolution: 'repaired' | 'explained'; note: string | null },
): Promise<void> {
	await tx.update(discrepancy).set(end).where(eq(discrepancy.id, id))
}

/** What was noted has come right by itself, unless it is ended already. */
export async function repairDiscrepancy(
	tx: DbOrTx,
	noted: Pick<DiscrepancyRow, 'kind' | 'subject'>,
	endedAt: Date,
): Promise<void> {
	await tx
		.update(discrepancy)
		.set({ endedAt, resolution: 'repaired' })
		.where(and(eq(discrepancy.kind, noted.kind), eq(discrepancy.subject, noted.subject), isNull(discrepancy.endedAt)))
}
