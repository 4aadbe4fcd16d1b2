import { and, desc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import { moneyDifference, officer, prisoner, topUp } from '#db/schema/index.ts'

export type DifferenceRow = typeof moneyDifference.$inferSelect

export type NewDifference = Pick<DifferenceRow, 'kind' | 'subject'> &
	Partial<Pick<DifferenceRow, 'topUpId' | 'prisonerId' | 'stripeOre' | 'ledgerOre' | 'endedAt' | 'ending'>>

/** Notes that something does not add up; true when it was not noted before. */
export async function noteDifference(tx: DbOrTx, found: NewDifference, now: Date): Promise<boolean> {
	const rows = await tx
		.insert(moneyDifference)
		.values({ id: newId(now), ref: newRef(), foundAt: now, ...found })
		.onConflictDoNothing()
		.returning({ id: moneyDifference.id })
	return rows.length > 0
}

/** Which of these refunds at Stripe are named already as having returned what was returned before. */
export async function selectNamedTwice(db: DbOrTx, sourceIds: readonly string[]): Promise<Set<string>> {
	if (sourceIds.length === 0) return new Set()
	const rows = await db
		.select({ subject: moneyDifference.subject })
		.from(moneyDifference)
		.where(
			and(
				eq(moneyDifference.kind, 'returned-twice'),
				sql`${moneyDifference.subject} in (select jsonb_array_elements_text(${JSON.stringify(sourceIds)}::jsonb))`,
			),
		)
	return new Set(rows.map(({ subject }) => subject))
}

const shown = {
	difference: moneyDifference,
	topUpRef: topUp.ref,
	prisoner: {
		ref: prisoner.ref,
		number: prisoner.number,
		givenName: prisoner.givenName,
		familyName: prisoner.familyName,
	},
}

export interface OpenDifference {
	difference: DifferenceRow
	topUpRef: string | null
	prisoner: { ref: string; number: string; givenName: string; familyName: string } | null
}

/** What is open about a facility's prisoners, and what is about nobody yet; the latest first. */
export async function selectOpenDifferences(db: DbOrTx, facilityId: string, limit: number): Promise<OpenDifference[]> {
	return db
		.select(shown)
		.from(moneyDifference)
		.leftJoin(topUp, eq(topUp.id, moneyDifference.topUpId))
		.leftJoin(prisoner, eq(prisoner.id, moneyDifference.prisonerId))
		.where(
			and(isNull(moneyDifference.endedAt), or(isNull(moneyDifference.prisonerId), eq(prisoner.facilityId, facilityId))),
		)
		.orderBy(desc(moneyDifference.foundAt), desc(moneyDifference.id))
		.limit(limit)
}

export interface EndedDifference extends OpenDifference {
	/** The officer who ended it; null where it was put right by itself. */
	endedBy: string | null
}

/** The same of what was ended since an instant, the latest first. */
export async function selectEndedDifferences(
	db: DbOrTx,
	facilityId: string,
	since: Date,
	limit: number,
): Promise<EndedDifference[]> {
	return db
		.select({ ...shown, endedBy: officer.name })
		.from(moneyDifference)
		.leftJoin(officer, eq(officer.id, moneyDifference.endedBy))
		.leftJoin(topUp, eq(topUp.id, moneyDifference.topUpId))
		.leftJoin(prisoner, eq(prisoner.id, moneyDifference.prisonerId))
		.where(
			and(
				gte(moneyDifference.endedAt, since),
				or(isNull(moneyDifference.prisonerId), eq(prisoner.facilityId, facilityId)),
			),
		)
		.orderBy(desc(moneyDifference.endedAt), desc(moneyDifference.id))
		.limit(limit)
}

/** One difference, locked; null when there is none. */
export async function lockDifference(tx: DbOrTx, ref: string): Promise<DifferenceRow | null> {
	const [row] = await tx.select().from(moneyDifference).where(eq(moneyDifference.ref, ref)).for('no key update')
	return row ?? null
}

export async function endDifferenceRow(
	tx: DbOrTx,
	id: string,
	end: { endedAt: Date; endedBy: string | null; ending: 'repaired' | 'explained'; note: string | null },
): Promise<void> {
	await tx.update(moneyDifference).set(end).where(eq(moneyDifference.id, id))
}

/** What was noted has come right by itself, unless it is ended already. */
export async function repairDifference(
	tx: DbOrTx,
	noted: Pick<DifferenceRow, 'kind' | 'subject'>,
	endedAt: Date,
): Promise<void> {
	await tx
		.update(moneyDifference)
		.set({ endedAt, ending: 'repaired' })
		.where(
			and(
				eq(moneyDifference.kind, noted.kind),
				eq(moneyDifference.subject, noted.subject),
				isNull(moneyDifference.endedAt),
			),
		)
}
