import { and, desc, eq, gte, inArray, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { AuditAction, AuditSubjectKind } from '#app/domain/audit/actions.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { checkedDocument } from '#db/documents.ts'
import { auditDetail } from '#db/schema/documents.ts'
import { type ActorKind, audit } from '#db/schema/index.ts'
import { type PendingQuery, rowsStatement, skipped } from './statement.ts'

export type AuditDetail = z.output<typeof auditDetail>

export interface AuditEntry {
	at: Date
	actorKind: ActorKind
	actorId: string | null
	action: AuditAction
	facilityId: string | null
	subjectKind: AuditSubjectKind
	subjectId: string | null
	requestId: string | null
	/** Ids and field names; never names of people, numbers or free text. */
	detail?: AuditDetail
}

const inserting = rowsStatement<{ entries: string }, never>(
	'insert_audit',
	(value) => sql`
		insert into audit (at, actor_kind, actor_id, action, facility_id, subject_kind, subject_id, request_id, detail)
		select at, "actorKind", "actorId", action, "facilityId", "subjectKind", "subjectId", "requestId", coalesce(detail, '{}')
		from json_to_recordset(${value('entries')}::json) as entry(at timestamptz, "actorKind" text, "actorId" uuid, action text,
			"facilityId" uuid, "subjectKind" text, "subjectId" uuid, "requestId" text, detail jsonb)`,
)

/** Writes what was done or seen. Part of the use case's own transaction: a use case that cannot be logged is not done. */
export function insertAudit(db: DbOrTx, entries: readonly AuditEntry[]): PendingQuery<unknown> {
	for (const { action, detail } of entries) checkedDocument(action, auditDetail, detail ?? {})
	return entries.length === 0 ? skipped(null) : inserting(db, { entries: JSON.stringify(entries) })
}

/** How many such entries somebody has left since then. */
export async function countActs(
	db: DbOrTx,
	{ actorId, action, since }: { actorId: string; action: AuditAction; since: Date },
): Promise<number> {
	return db.$count(audit, and(eq(audit.actorId, actorId), eq(audit.action, action), gte(audit.at, since)))
}

export interface PastActor {
	kind: ActorKind
	id: string | null
}

export interface PastAct {
	action: AuditAction
	at: Date
	by: PastActor
	detail: AuditDetail
}

/** The last of these acts on a thing; null when there was none. */
export async function selectLastAct(
	db: DbOrTx,
	{ kind, id }: { kind: AuditSubjectKind; id: string },
	actions: readonly AuditAction[],
): Promise<PastAct | null> {
	const [row] = await db
		.select()
		.from(audit)
		.where(and(eq(audit.subjectKind, kind), eq(audit.subjectId, id), inArray(audit.action, [...actions])))
		.orderBy(desc(audit.id))
		.limit(1)
	return row
		? { action: row.action, at: row.at, by: { kind: row.actorKind, id: row.actorId }, detail: row.detail }
		: null
}
