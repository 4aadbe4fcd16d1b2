import type { DbOrTx } from '#db/client.server.ts'
import { type AuditEntry, insertAudit } from '#db/queries/audit.ts'
import type { PendingQuery } from '#db/queries/statement.ts'
import type { Ctx } from './context.ts'

type What = Pick<AuditEntry, 'action' | 'subjectKind' | 'subjectId' | 'detail'> & { facilityId?: string | null }

/** The audit row of a use case: who, when and in which request come from the context. */
export function auditEntry(ctx: Ctx, what: What): AuditEntry {
	const { actor } = ctx
	return {
		at: ctx.now,
		actorKind: actor.kind,
		actorId: actorIdOf(actor),
		requestId: ctx.requestId,
		facilityId: actor.kind === 'officer' ? actor.facilityId : null,
		...what,
	}
}

function actorIdOf(actor: Ctx['actor']): string | null {
	if (actor.kind === 'visitor') return actor.visitorId
	return actor.kind === 'officer' ? actor.officerId : (actor.keyId ?? null)
}

/** Logs one use case or one look in the transaction it belongs to. */
export function writeAudit(db: DbOrTx, ctx: Ctx, what: What): PendingQuery<unknown> {
	return insertAudit(db, [auditEntry(ctx, what)])
}
