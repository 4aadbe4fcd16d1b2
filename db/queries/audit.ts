import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { type ActorKind, audit, officer } from '#db/schema/index.ts'
import { notSent, rowsStatement, type Sent } from './statement.ts'

export interface AuditEntry {
	at: Date
	actorKind: ActorKind
	actorId: string | null
	/** What was done, `noun.verb`: `booking.confirm`, `prisoner.view`. */
	action: string
	facilityId: string | null
	subjectKind: string
	subjectId: string | null
	requestId: string | null
	/** Ids and field names; never names of people, numbers or free text. */
	detail?: Record<string, unknown>
}

const inserting = rowsStatement<{ entries: string }, never>(
	'insert_audit',
	(value) => sql`
		insert into audit (at, actor_kind, actor_id, action, facility_id, subject_kind, subject_id, request_id, detail)
		select at, "actorKind", "actorId", action, "facilityId", "subjectKind", "subjectId", "requestId", coalesce(detail, '{}')
		from json_to_recordset(${value('entries')}::json) as entry(at timestamptz, "actorKind" text, "actorId" uuid, action text,
			"facilityId" uuid, "subjectKind" text, "subjectId" uuid, "requestId" text, detail jsonb)`,
)

/** Writes what was done or seen. Part of the deed's own transaction: a deed that cannot be logged is not done. */
export function insertAudit(db: DbOrTx, entries: readonly AuditEntry[]): Sent<unknown> {
	return entries.length === 0 ? notSent(null) : inserting(db, { entries: JSON.stringify(entries) })
}

/** Who did what to a thing, and when. */
export interface RecordedAct<Action extends string = string> {
	action: Action
	at: Date
	actorKind: ActorKind
	actorId: string | null
	/** An officer's; null for anyone else. */
	officerName: string | null
	detail: Record<string, unknown>
}

/** The last of these acts on a thing; null when there was none. */
export async function selectLatestAct<Action extends string>(
	db: DbOrTx,
	subject: { kind: string; id: string },
	actions: readonly Action[],
): Promise<RecordedAct<Action> | null> {
	const [row] = await db
		.select({ audit, officerName: officer.name })
		.from(audit)
		.leftJoin(officer, and(eq(audit.actorKind, 'officer'), eq(officer.id, audit.actorId)))
		.where(
			and(eq(audit.subjectKind, subject.kind), eq(audit.subjectId, subject.id), inArray(audit.action, [...actions])),
		)
		.orderBy(desc(audit.at), desc(audit.id))
		.limit(1)
	const action = actions.find((known) => known === row?.audit.action)
	if (!row || action === undefined) return null
	const { at, actorKind, actorId, detail } = row.audit
	return { action, at, actorKind, actorId, officerName: row.officerName, detail }
}
