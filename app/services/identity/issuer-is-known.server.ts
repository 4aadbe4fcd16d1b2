import { IssuerUnavailable, issuer } from '#app/integrations/oidc-discovery.server.ts'
import type { AccountKind } from '#db/schema/index.ts'

/** Whether the issuer has described itself, so that a form may lead there; asks it where it has not yet. */
export async function issuerIsKnown(kind: AccountKind): Promise<boolean> {
	try {
		await issuer(kind)
		return true
	} catch (error) {
		if (error instanceof IssuerUnavailable) return false
		throw error
	}
}
