import { createRemoteJWKSet, decodeJwt, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'
import { config } from '#app/config.server.ts'
import { AnswerNotVerified } from './oidc.server.ts'
import { issuer, issuerKinds } from './oidc-discovery.server.ts'

/** Whom the issuer has signed out: one of its sessions, or a person altogether. */
export interface SignedOut {
	issuer: string
	subject: string | null
	issuerSession: string | null
}

const event = 'http://schemas.openid.net/event/backchannel-logout'
const keys = new Map<string, JWTVerifyGetKey>()

const claimsOf = z.object({
	iss: z.string(),
	jti: z.string(),
	sub: z.string().optional(),
	sid: z.string().optional(),
	events: z.object({ [event]: z.record(z.string(), z.unknown()) }),
	nonce: z.never().optional(),
})

/**
 * Checks a logout token (OpenID Connect Back-Channel Logout 1.0, 2.6): signed by one of our two issuers for us, fresh, with
 * the event, without a nonce, and naming someone. The same token twice ends nothing more than once.
 */
export async function verifyLogoutToken(token: string): Promise<SignedOut> {
	const kind = issuerKinds.find((one) => config()[one].issuer === claimedIssuer(token))
	if (!kind) throw new AnswerNotVerified('A logout token of no issuer of ours')
	const published = (await issuer(kind)).serverMetadata()
	try {
		const { payload } = await jwtVerify(token, keysAt(published.jwks_uri), {
			issuer: published.issuer,
			audience: config()[kind].clientId,
			algorithms: ['RS256'],
			maxTokenAge: '5 minutes',
			clockTolerance: 30,
			requiredClaims: ['iat', 'jti', 'events'],
		})
		const claims = claimsOf.parse(payload)
		if (claims.sub === undefined && claims.sid === undefined) throw new Error('It names nobody')
		return { issuer: claims.iss, subject: claims.sub ?? null, issuerSession: claims.sid ?? null }
	} catch (cause) {
		throw new AnswerNotVerified('A logout token that does not hold', { cause })
	}
}

function claimedIssuer(token: string): string | undefined {
	try {
		return decodeJwt(token).iss
	} catch {
		return undefined
	}
}

/** The issuer's keys, fetched when needed and kept; an unknown key id has them fetched again, at most twice a minute. */
function keysAt(address: string | undefined): JWTVerifyGetKey {
	if (address === undefined) throw new AnswerNotVerified('The issuer publishes no keys')
	const known =
		keys.get(address) ?? createRemoteJWKSet(new URL(address), { timeoutDuration: 2_000, cooldownDuration: 30_000 })
	keys.set(address, known)
	return known
}
