import { type CookieName, cookies } from '#app/http/cookies.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { insertWebSession, newSessionToken } from '#db/queries/identity/web-sessions.ts'

export type SignedInAs = { visitorId: string } | { officerId: string; facilityId: string | null }

export interface SessionCookie {
	name: CookieName
	value: string
}

/**
 * Opens a web session as a sign-in of this moment does, and returns the cookie that goes with it. The issuer knows nothing of
 * it: a test of signing in or out goes through the issuer.
 */
export async function openWebSession(
	db: DbOrTx,
	who: SignedInAs,
	{ issuer, subject }: { issuer: string; subject: string },
): Promise<SessionCookie> {
	const kind = 'visitorId' in who ? ('family' as const) : ('staff' as const)
	const [at, value] = [new Date(), newSessionToken()]
	const identity = { issuer, subject, issuerSession: null, authenticatedAt: at, idToken: '-' }
	await insertWebSession(db, value, { kind, ...who, ...identity }, at)
	return { name: cookies[kind], value }
}
