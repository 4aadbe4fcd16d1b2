import { signOutUrl } from '#app/integrations/oidc.server.ts'
import { unsealText } from '#app/integrations/sealing.server.ts'
import { paths } from '#app/paths.ts'
import { deleteWebSession } from '#db/queries/identity/web-sessions.ts'
import type { AccountKind } from '#db/schema/index.ts'
import { transaction } from '../transaction.server.ts'
import { auditSignOut } from './audit-sign-out.server.ts'
import type { NobodyCtx, ReturnAddress } from './nobody.ts'
import { idTokenSeal } from './open-session.server.ts'

const afterwards: Readonly<Record<AccountKind, string>> = { family: paths.home(), staff: paths.staff.signIn() }

/** Ends the session here at once, and says where the browser ends it at the issuer; null where it cannot or need not. */
export async function signOut(
	ctx: NobodyCtx & ReturnAddress,
	kind: AccountKind,
	token: string | null,
): Promise<{ issuerUrl: string | null }> {
	if (token === null) return { issuerUrl: null }
	const ended = await transaction(ctx.db, async (tx) => {
		const session = await deleteWebSession(tx, kind, token)
		if (session) await auditSignOut(tx, ctx, session, 'person')
		return session
	})
	if (!ended) return { issuerUrl: null }
	const idToken = unsealText(ended.idToken, idTokenSeal)
	return { issuerUrl: await signOutUrl(kind, idToken, `${ctx.publicOrigin}${afterwards[kind]}`) }
}
