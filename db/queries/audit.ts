import type { DbOrTx } from '#db/client.server.ts'
import { type ActorKind, audit } from '#db/schema/index.ts'

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

/** Writes what was done or seen. Part of the deed's own transaction: a deed that cannot be logged is not done. */
export async function insertAudit(db: DbOrTx, entries: readonly AuditEntry[]): Promise<void> {
	if (entries.length === 0) return
	await db.insert(audit).values(entries.map((entry) => ({ ...entry, detail: entry.detail ?? {} })))
}
