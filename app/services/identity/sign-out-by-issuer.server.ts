import { AnswerNotVerified } from '#app/integrations/oidc.server.ts'
import { IssuerUnavailable } from '#app/integrations/oidc-discovery.server.ts'
import { verifyLogoutToken } from '#app/integrations/oidc-logout-token.server.ts'
import { deleteIssuerSessions } from '#db/queries/identity/web-sessions.ts'
import { transaction } from '../transaction.server.ts'
import { auditSignOut } from './audit-sign-out.server.ts'
import type { NobodyCtx } from './nobody.ts'

/** Ends the sessions that an issuer names in a logout token. False for a token that does not hold. */
export async function signOutByIssuer(ctx: NobodyCtx, logoutToken: string): Promise<boolean> {
	try {
		const who = await verifyLogoutToken(logoutToken)
		await transaction(ctx.db, async (tx) => {
			for (const session of await deleteIssuerSessions(tx, who.issuer, who))
				await auditSignOut(tx, ctx, session, 'issuer')
		})
		return true
	} catch (error) {
		if (error instanceof AnswerNotVerified || error instanceof IssuerUnavailable) return false
		throw error
	}
}
