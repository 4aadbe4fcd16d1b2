import { and, asc, desc, eq, isNotNull, lt, lte, sql } from 'drizzle-orm'
import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import type { HearingState } from '#app/domain/decisions/hearing.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { hearing, hearingParty } from '#db/schema/index.ts'
import { isKey, type Key } from '../key.ts'

export type HearingRow = typeof hearing.$inferSelect
export type HearingPartyRow = typeof hearingParty.$inferSelect

/** What a hearing is about: the same as the decision that follows it. */
export type HearingSubject = { applicationId: string } | { permitId: string } | { visitorId: string }

const isAbout = (subject: HearingSubject) => {
	if ('applicationId' in subject) return eq(hearing.applicationId, subject.applicationId)
	if ('permitId' in subject) return eq(hearing.permitId, subject.permitId)
	return eq(hearing.visitorId, subject.visitorId)
}

export async function insertHearing(
	tx: DbOrTx,
	row: typeof hearing.$inferInsert,
	parties: readonly (typeof hearingParty.$inferInsert)[],
): Promise<HearingRow> {
	const [created] = await tx.insert(hearing).values(row).returning()
	if (!created) throw new Error('The hearing was not written')
	if (parties.length > 0) await tx.insert(hearingParty).values([...parties])
	return created
}

export async function selectHearing(db: DbOrTx, key: Key): Promise<HearingRow | null> {
	const [row] = await db.select().from(hearing).where(isKey(hearing, key)).limit(1)
	return row ?? null
}

/** Locks one hearing and reads it as it stands now. */
export async function lockHearing(tx: DbOrTx, id: string): Promise<HearingRow> {
	const [row] = await tx.select().from(hearing).where(eq(hearing.id, id)).for('no key update')
	if (!row) throw new Error('A hearing is never deleted')
	return row
}

/**
 * The latest hearing that a decision about this may rest on: one that no decision sent before has used up. An application is
 * one case, however often it is decided.
 */
export async function selectLatestHearing(db: DbOrTx, subject: HearingSubject): Promise<HearingRow | null> {
	const isUsed = sql`exists (select from decision d where d.hearing_id = ${hearing.id} and d.sent_at is not null
		and ${hearing.applicationId} is null)`
	const [row] = await db
		.select()
		.from(hearing)
		.where(and(isAbout(subject), sql`not ${isUsed}`))
		.orderBy(desc(hearing.createdAt), desc(hearing.id))
		.limit(1)
	return row ?? null
}

export async function updateHearingState(tx: DbOrTx, id: string, state: HearingState): Promise<HearingRow> {
	const [row] = await tx.update(hearing).set({ state }).where(eq(hearing.id, id)).returning()
	if (!row) throw new Error('The hearing was not written')
	return row
}

/** The parties of a hearing, by visitor. */
export async function selectHearingParties(db: DbOrTx, hearingId: string): Promise<HearingPartyRow[]> {
	return db
		.select()
		.from(hearingParty)
		.where(eq(hearingParty.hearingId, hearingId))
		.orderBy(asc(hearingParty.visitorId))
}

export async function updateHearingParty(
	tx: DbOrTx,
	{ hearingId, visitorId }: Pick<HearingPartyRow, 'hearingId' | 'visitorId'>,
	change: Partial<HearingPartyRow>,
): Promise<void> {
	await tx
		.update(hearingParty)
		.set(change)
		.where(and(eq(hearingParty.hearingId, hearingId), eq(hearingParty.visitorId, visitorId)))
}

/** Open hearings whose last day is before this one. */
export async function selectOverdueHearings(db: DbOrTx, today: LocalDate, limit: number): Promise<string[]> {
	const rows = await db
		.select({ id: hearing.id })
		.from(hearing)
		.where(and(eq(hearing.state, 'open'), lt(hearing.answerUntil, today)))
		.orderBy(asc(hearing.answerUntil), asc(hearing.id))
		.limit(limit)
	return rows.map(({ id }) => id)
}

/** The earliest last day of an open hearing, from a day on. */
export async function nextAnswerDay(db: DbOrTx, from: LocalDate): Promise<LocalDate | null> {
	const [row] = await db
		.select({ day: sql<string | null>`min(${hearing.answerUntil})::text` })
		.from(hearing)
		.where(and(eq(hearing.state, 'open'), sql`${hearing.answerUntil} >= ${from}::date`))
	return row?.day ?? null
}

/** Unopened notices whose next alert is due. */
export async function selectNoticesToRemind(
	db: DbOrTx,
	now: Date,
	limit: number,
): Promise<Pick<HearingPartyRow, 'hearingId' | 'visitorId'>[]> {
	return db
		.select({ hearingId: hearingParty.hearingId, visitorId: hearingParty.visitorId })
		.from(hearingParty)
		.where(and(isNotNull(hearingParty.remindAt), lte(hearingParty.remindAt, now)))
		.orderBy(asc(hearingParty.remindAt))
		.limit(limit)
}
