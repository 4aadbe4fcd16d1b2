import type { DbOrTx } from '#db/client.server.ts'
import { insertAudit } from '#db/queries/audit.ts'
import type { EndedSession } from '#db/queries/identity/web-sessions.ts'
import type { NobodyCtx } from './nobody.ts'

/** Logs that a session ended, and at whose wish: the person's own, or the issuer's. */
export async function auditSignOut(
	tx: DbOrTx,
	ctx: NobodyCtx,
	session: EndedSession,
	by: 'person' | 'issuer',
): Promise<void> {
	const person = session.kind === 'family' ? 'visitor' : 'officer'
	const personId = session.visitorId ?? session.officerId
	await insertAudit(tx, [
		{
			at: ctx.now,
			actorKind: by === 'person' ? person : 'system',
			actorId: by === 'person' ? personId : null,
			action: 'sign-out.complete',
			facilityId: session.facilityId,
			subjectKind: person,
			subjectId: personId,
			requestId: ctx.requestId,
			detail: { kind: session.kind, by },
		},
	])
}
