import { and, asc, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { AuditAction } from '#app/domain/audit/actions.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { audit, ledgerEntry, ledgerTransaction, message, officer, phoneCall, refund } from '#db/schema/index.ts'
import type { CallRow } from './calls.ts'

/** One line of the books. */
export interface BookedEntry {
	transactionId: string
	kind: typeof ledgerTransaction.$inferSelect.kind
	at: Date
	account: string
	/** Whole øre; the lines of a transaction sum to zero. */
	ore: number
	/** The reference of the refund that it was booked for; null for all else. */
	refundRef: string | null
}

const entries = (db: DbOrTx, where: SQL | undefined) =>
	db
		.select({
			transactionId: ledgerTransaction.id,
			kind: ledgerTransaction.kind,
			at: ledgerTransaction.at,
			account: ledgerEntry.account,
			ore: ledgerEntry.ore,
			refundRef: refund.ref,
		})
		.from(ledgerTransaction)
		.innerJoin(ledgerEntry, eq(ledgerEntry.transactionId, ledgerTransaction.id))
		.leftJoin(refund, eq(refund.id, ledgerTransaction.causeId))
		.where(where)

/** Both sides of everything booked for one top-up, its refunds and its disputes, the oldest first. */
export async function selectEntriesFor(db: DbOrTx, topUpId: string): Promise<BookedEntry[]> {
	const causes = sql`${ledgerTransaction.causeId} in (select ${topUpId}::uuid
		union all select id from refund where top_up_id = ${topUpId}::uuid
		union all select id from dispute where top_up_id = ${topUpId}::uuid)`
	return entries(db, causes).orderBy(asc(ledgerTransaction.at), asc(ledgerTransaction.id), desc(ledgerEntry.account))
}

/** A prisoner's calls, the latest first. */
export async function selectCallsOf(db: DbOrTx, prisonerId: string, limit: number): Promise<CallRow[]> {
	return db
		.select()
		.from(phoneCall)
		.where(eq(phoneCall.prisonerId, prisonerId))
		.orderBy(desc(phoneCall.endedAt), desc(phoneCall.id))
		.limit(limit)
}

/** What was sent to the payer about a top-up, the oldest first. */
export async function selectMessagesOf(db: DbOrTx, topUpId: string): Promise<(typeof message.$inferSelect)[]> {
	return db.select().from(message).where(eq(message.topUpId, topUpId)).orderBy(asc(message.queuedAt), asc(message.id))
}

export interface LogLine {
	id: number
	at: Date
	action: AuditAction
	actorKind: typeof audit.$inferSelect.actorKind
	/** The officer's name; null for everyone else. */
	officer: string | null
}

/** What was done with a top-up, its refunds, disputes and differences, and by whom, the latest first; with `looks`, also who looked. */
export async function selectLogOf(
	db: DbOrTx,
	of: { topUpId: string; refundIds: readonly string[]; disputeIds: readonly string[]; withReads: boolean },
	limit: number,
): Promise<LogLine[]> {
	return db
		.select({
			id: audit.id,
			at: audit.at,
			action: audit.action,
			actorKind: audit.actorKind,
			officer: officer.name,
		})
		.from(audit)
		.leftJoin(officer, and(eq(audit.actorKind, 'officer'), eq(officer.id, audit.actorId)))
		.where(
			and(
				or(
					and(eq(audit.subjectKind, 'top-up'), eq(audit.subjectId, of.topUpId)),
					and(eq(audit.subjectKind, 'refund'), inArray(audit.subjectId, [...of.refundIds])),
					and(eq(audit.subjectKind, 'dispute'), inArray(audit.subjectId, [...of.disputeIds])),
					and(
						eq(audit.subjectKind, 'discrepancy'),
						sql`${audit.subjectId} in (select id from discrepancy where top_up_id = ${of.topUpId}::uuid)`,
					),
				),
				of.withReads ? undefined : sql`${audit.action} not like '%.view'`,
			),
		)
		.orderBy(desc(audit.at), desc(audit.id))
		.limit(limit)
}
