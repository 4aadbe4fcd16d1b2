import { and, asc, desc, eq, isNotNull, lte, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { appeal, appealAnswer, decision, decisionParty } from '#db/schema/index.ts'
import type { DecisionRow } from './decisions.ts'

export type PartyRow = typeof decisionParty.$inferSelect
export type NewParty = typeof decisionParty.$inferInsert
export type AppealRow = typeof appeal.$inferSelect

/** Whose letter it is: a visitor's, or the prisoner's on paper. */
export type Reader = { visitorId: string } | 'prisoner'

const isOf = (reader: Reader) =>
	reader === 'prisoner' ? isNotNull(decisionParty.prisonerId) : eq(decisionParty.visitorId, reader.visitorId)

export async function insertParties(tx: DbOrTx, rows: readonly NewParty[]): Promise<void> {
	if (rows.length > 0) await tx.insert(decisionParty).values([...rows])
}

/** Everyone who has a letter of the decision. */
export async function selectParties(db: DbOrTx, decisionId: string): Promise<PartyRow[]> {
	return db.select().from(decisionParty).where(eq(decisionParty.decisionId, decisionId)).orderBy(asc(decisionParty.id))
}

/** The reader's own letter; null for who is no party, and while it is not sent. */
export async function selectPartyOf(db: DbOrTx, decisionId: string, reader: Reader): Promise<PartyRow | null> {
	const [row] = await db
		.select()
		.from(decisionParty)
		.where(and(eq(decisionParty.decisionId, decisionId), isOf(reader)))
		.limit(1)
	return row ?? null
}

/** The newest decision on an application that the reader has a letter of; null when there is none. */
export async function selectLatestSent(db: DbOrTx, applicationId: string, reader: Reader): Promise<DecisionRow | null> {
	const [row] = await db
		.select({ decision })
		.from(decision)
		.innerJoin(decisionParty, eq(decisionParty.decisionId, decision.id))
		.where(and(eq(decision.applicationId, applicationId), isOf(reader)))
		.orderBy(sql`${decision.endedAt} is null desc`, desc(decision.sentAt), desc(decision.id))
		.limit(1)
	return row?.decision ?? null
}

export async function updateParty(tx: DbOrTx, id: string, change: Partial<PartyRow>): Promise<PartyRow> {
	const [row] = await tx.update(decisionParty).set(change).where(eq(decisionParty.id, id)).returning()
	if (!row) throw new Error('The party was not written')
	return row
}

/** Unopened letters whose next alert is due. */
export async function selectLettersToRemind(db: DbOrTx, now: Date, limit: number): Promise<string[]> {
	const rows = await db
		.select({ id: decisionParty.id })
		.from(decisionParty)
		.where(and(isNotNull(decisionParty.remindAt), lte(decisionParty.remindAt, now)))
		.orderBy(asc(decisionParty.remindAt))
		.limit(limit)
	return rows.map(({ id }) => id)
}

/** When the next alert of an unopened letter or notice is due, after an instant. */
export async function selectNextReminder(db: DbOrTx, after: Date): Promise<Date | null> {
	const instant = after.toISOString()
	const [row] = await db.execute<{ at: string | null }>(sql`select least(
		(select min(remind_at) from decision_party where remind_at > ${instant}::timestamptz),
		(select min(remind_at) from hearing_party where remind_at > ${instant}::timestamptz)) as at`)
	return row?.at ? new Date(row.at) : null
}

/** Locks one letter and reads it as it stands now. */
export async function lockParty(tx: DbOrTx, id: string): Promise<PartyRow | null> {
	const [row] = await tx.select().from(decisionParty).where(eq(decisionParty.id, id)).for('no key update')
	return row ?? null
}

export async function insertAppeal(tx: DbOrTx, row: typeof appeal.$inferInsert): Promise<AppealRow> {
	const [created] = await tx.insert(appeal).values(row).returning()
	if (!created) throw new Error('The appeal was not written')
	return created
}

/** The appeals against a decision, in the order they came. */
export async function selectAppeals(db: DbOrTx, decisionId: string): Promise<AppealRow[]> {
	return db
		.select()
		.from(appeal)
		.where(eq(appeal.decisionId, decisionId))
		.orderBy(asc(appeal.receivedAt), asc(appeal.id))
}

/** Takes up the late appeals against a decision. */
export async function takeUpAppeals(
	tx: DbOrTx,
	decisionId: string,
	taken: Pick<AppealRow, 'takenUpAt' | 'takenUpBy' | 'ground'>,
): Promise<void> {
	await tx
		.update(appeal)
		.set(taken)
		.where(and(eq(appeal.decisionId, decisionId), eq(appeal.late, true), sql`${appeal.takenUpAt} is null`))
}

export async function insertAppealAnswer(tx: DbOrTx, row: typeof appealAnswer.$inferInsert): Promise<void> {
	await tx.insert(appealAnswer).values(row)
}
