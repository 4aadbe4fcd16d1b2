import type { Identity } from '#app/integrations/oidc.server.ts'
import { sealText } from '#app/integrations/sealing.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { deleteWebSession, insertWebSession, newSessionToken } from '#db/queries/identity/web-sessions.ts'
import { writeAudit } from '../audit.server.ts'
import type { Actor } from '../context.ts'
import type { NobodyCtx } from './nobody.ts'

/** What an ID token is sealed for: it names the person, and is kept only to sign them out at the issuer. */
export const idTokenSeal = 'web_session.id_token'

export interface OpenSession {
	identity: Pick<Identity, 'issuer' | 'subject' | 'issuerSession' | 'authenticatedAt' | 'idToken'>
	/** The browser's session so far, which ends: each sign-in has a token of its own. */
	formerToken: string | null
	/** The machine's time. */
	at: Date
}

/** Opens a session for a known person, in the transaction that found them, and returns the token for the cookie. */
export async function openSession(
	tx: DbOrTx,
	ctx: NobodyCtx,
	actor: Extract<Actor, { kind: 'visitor' | 'officer' }>,
	{ identity, formerToken, at }: OpenSession,
): Promise<string> {
	const { issuer, subject, issuerSession, authenticatedAt, idToken } = identity
	const kind = actor.kind === 'visitor' ? 'family' : 'staff'
	if (formerToken !== null) await deleteWebSession(tx, kind, formerToken)
	const token = newSessionToken()
	const whose =
		actor.kind === 'visitor'
			? { visitorId: actor.visitorId }
			: { officerId: actor.officerId, facilityId: actor.facilityId }
	const kept = { issuer, subject, issuerSession, authenticatedAt, idToken: sealText(idToken, idTokenSeal) }
	await insertWebSession(tx, token, { kind, ...whose, ...kept }, at)
	await writeAudit(
		tx,
		{ ...ctx, actor },
		{
			action: 'sign-in.complete',
			subjectKind: actor.kind,
			subjectId: actor.kind === 'visitor' ? actor.visitorId : actor.officerId,
			detail: { kind },
		},
	)
	return token
}
