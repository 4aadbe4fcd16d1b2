import { and, asc, desc, eq, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { decision } from '#db/schema/index.ts'
import { isKey, type Key } from '../key.ts'

export type DecisionRow = typeof decision.$inferSelect
export type NewDecision = typeof decision.$inferInsert

/** What a decision is about. A ban's facility is null where it is every one. */
export type DecisionSubject =
	| { applicationId: string }
	| { permitId: string }
	| { visitorId: string; facilityId: string | null }
	| { dismissesId: string }

function isAbout(subject: DecisionSubject): SQL | undefined {
	if ('applicationId' in subject) return eq(decision.applicationId, subject.applicationId)
	if ('permitId' in subject) return eq(decision.permitId, subject.permitId)
	if ('dismissesId' in subject) return eq(decision.dismissesId, subject.dismissesId)
	const { visitorId, facilityId } = subject
	const where = facilityId === null ? isNull(decision.facilityId) : eq(decision.facilityId, facilityId)
	return and(eq(decision.visitorId, visitorId), where)
}

export async function selectDecision(db: DbOrTx, key: Key): Promise<DecisionRow | null> {
	const [row] = await db.select().from(decision).where(isKey(decision, key)).limit(1)
	return row ?? null
}

/** Locks one decision and reads it as it stands now. */
export async function lockDecision(tx: DbOrTx, id: string): Promise<DecisionRow> {
	const [row] = await tx.select().from(decision).where(eq(decision.id, id)).for('no key update')
	if (!row) throw new Error('A decision is never deleted')
	return row
}

/** The draft that waits for a second officer; null when there is none. */
export async function selectDraft(db: DbOrTx, subject: DecisionSubject, interim: boolean): Promise<DecisionRow | null> {
	const isDraft = and(eq(decision.state, 'drafted'), isNull(decision.endedAt), eq(decision.interim, interim))
	const [row] = await db
		.select()
		.from(decision)
		.where(and(isAbout(subject), isDraft))
		.limit(1)
	return row ?? null
}

/** What still waits or stands comes first: a draft, then what has not ended, then the newest. */
const standingFirst = sql`${decision.state} = 'drafted' and ${decision.endedAt} is null desc, ${decision.endedAt} is null desc`

/** Every decision about this, the one that counts now first. */
export async function selectDecisionsAbout(db: DbOrTx, subject: DecisionSubject): Promise<DecisionRow[]> {
	return db
		.select()
		.from(decision)
		.where(isAbout(subject))
		.orderBy(standingFirst, desc(decision.draftedAt), desc(decision.id))
}

export async function insertDecision(tx: DbOrTx, row: NewDecision): Promise<DecisionRow> {
	const [created] = await tx.insert(decision).values(row).returning()
	if (!created) throw new Error('The decision was not written')
	return created
}

/** Changes a decision that is locked. */
export async function updateDecision(tx: DbOrTx, id: string, change: Partial<NewDecision>): Promise<DecisionRow> {
	const [row] = await tx.update(decision).set(change).where(eq(decision.id, id)).returning()
	if (!row) throw new Error('The decision was not written')
	return row
}

/**
 * What the next decision about this takes the place of: interim measures in force, and of a permit the suspension that waits for it.
 */
export async function selectReplaced(db: DbOrTx, subject: DecisionSubject): Promise<DecisionRow[]> {
	return db
		.select()
		.from(decision)
		.where(
			and(
				isAbout(subject),
				or(eq(decision.interim, true), eq(decision.outcome, 'suspended')),
				isNotNull(decision.inForceAt),
				isNull(decision.endedAt),
			),
		)
}

/** What falls away by itself: unapproved after its hours, approved after its days, a suspension past its last day. */
const isOver = (now: Date, today: string): SQL | undefined =>
	and(
		isNull(decision.endedAt),
		isNotNull(decision.inForceAt),
		or(
			and(decision.interim, eq(decision.state, 'drafted'), lte(decision.approveBy, now)),
			and(decision.interim, lte(decision.fallsAwayAt, now)),
			and(eq(decision.outcome, 'suspended'), sql`${decision.until} < ${today}::date`),
		),
	)

export async function selectOverMeasures(db: DbOrTx, now: Date, today: string, limit: number): Promise<string[]> {
	const rows = await db
		.select({ id: decision.id })
		.from(decision)
		.where(isOver(now, today))
		.orderBy(asc(decision.id))
		.limit(limit)
	return rows.map(({ id }) => id)
}

/** When the next measure falls away after an instant: an instant, or the day before which it held. */
export async function selectNextEnd(
	db: DbOrTx,
	after: Date,
	today: string,
): Promise<{ at: Date | null; day: string | null }> {
	const instant = after.toISOString()
	const [row] = await db.execute<{ at: string | null; day: string | null }>(sql`select
		least((select min(approve_by) from decision where interim and state = 'drafted' and ended_at is null and approve_by > ${instant}::timestamptz),
			(select min(falls_away_at) from decision where interim and ended_at is null and falls_away_at > ${instant}::timestamptz)) as at,
		(select min(until)::text from decision where outcome = 'suspended' and ended_at is null and in_force_at is not null
			and until >= ${today}::date) as day`)
	return { at: row?.at ? new Date(row.at) : null, day: row?.day ?? null }
}
