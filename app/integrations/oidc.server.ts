import { importJWK } from 'jose'
import * as oidc from 'openid-client'
import { z } from 'zod'
import { config, type OidcClientConfig } from '#app/config.server.ts'

export type IssuerKind = 'family' | 'staff'

/** The issuer cannot be reached, or does not do its part. Nobody can sign in; who is signed in stays so. */
export class IssuerUnavailable extends Error {
	override readonly name = 'IssuerUnavailable'
}

/** The person turned back at the issuer, or it would not sign them in. */
export class SignInDeclined extends Error {
	override readonly name = 'SignInDeclined'
}

/** The issuer's answer does not hold. */
export class AnswerNotVerified extends Error {
	override readonly name = 'AnswerNotVerified'
}

const secondsForAnAnswer = 5
const discovered = new Map<IssuerKind, Promise<oidc.Configuration>>()

/** The issuer's own description, fetched at the first sign-in and kept; after a failure it is fetched anew. */
export function issuer(kind: IssuerKind): Promise<oidc.Configuration> {
	const known = discovered.get(kind)
	if (known !== undefined) return known
	const asked = discover(config()[kind]).catch((cause: unknown) => {
		discovered.delete(kind)
		throw new IssuerUnavailable(`The ${kind} issuer does not describe itself`, { cause })
	})
	discovered.set(kind, asked)
	return asked
}

async function discover(client: OidcClientConfig): Promise<oidc.Configuration> {
	const algorithm =
		z.string().safeParse(client.clientJwk.alg).data ?? (client.clientJwk.kty === 'RSA' ? 'RS256' : 'ES256')
	const kid = z.string().safeParse(client.clientJwk.kid).data
	const key = await importJWK({ ...client.clientJwk, alg: algorithm }, algorithm)
	if (key instanceof Uint8Array) throw new Error('The client key is not a private key')
	return oidc.discovery(
		new URL(client.issuer),
		client.clientId,
		{ id_token_signed_response_alg: 'RS256' },
		oidc.PrivateKeyJwt(kid === undefined ? key : { key, kid }),
		{
			timeout: secondsForAnAnswer,
			// The library takes TLS for proof enough of an ID token; the signature is checked as well.
			execute: [oidc.enableNonRepudiationChecks, ...(client.allowHttp ? [oidc.allowInsecureRequests] : [])],
		},
	)
}

export interface SignInStart {
	redirectUri: string
	/** The issuer's words for the reader's language. */
	language: string
	/** The level of assurance asked for; null for the issuer's own choice. */
	level: string | null
	/** Seconds since the person last proved who they are, at most; null for a running session at the issuer. */
	maxAge: number | null
}

export interface SignInSecrets {
	state: string
	nonce: string
	codeVerifier: string
}

/** Announces a sign-in to the issuer (pushed, so that the browser carries none of it) and says where to send the browser. */
export async function beginSignIn(kind: IssuerKind, start: SignInStart): Promise<SignInSecrets & { url: URL }> {
	const at = await issuer(kind)
	const secrets = {
		state: oidc.randomState(),
		nonce: oidc.randomNonce(),
		codeVerifier: oidc.randomPKCECodeVerifier(),
	}
	const parameters = {
		redirect_uri: start.redirectUri,
		scope: 'openid profile',
		state: secrets.state,
		nonce: secrets.nonce,
		code_challenge: await oidc.calculatePKCECodeChallenge(secrets.codeVerifier),
		code_challenge_method: 'S256',
		ui_locales: start.language,
		...(start.level === null ? {} : { acr_values: start.level }),
		...(start.maxAge === null ? {} : { max_age: String(start.maxAge) }),
	}
	try {
		return { ...secrets, url: await oidc.buildAuthorizationUrlWithPAR(at, parameters) }
	} catch (cause) {
		throw new IssuerUnavailable(`The ${kind} issuer does not take a sign-in`, { cause })
	}
}

const claimsOf = z.object({
	iss: z.string(),
	sub: z.string(),
	iat: z.number(),
	acr: z.string().optional(),
	auth_time: z.number().optional(),
	sid: z.string().optional(),
	pid: z.string().optional(),
	given_name: z.string().optional(),
	family_name: z.string().optional(),
	birthdate: z.iso.date().optional(),
	email: z.email().optional(),
})

export interface Identity {
	issuer: string
	subject: string
	level: string | null
	/** The issuer's session, by which it may end ours. */
	issuerSession: string | null
	authenticatedAt: Date
	nationalNumber: string | null
	givenName: string | null
	familyName: string | null
	born: string | null
	email: string | null
	idToken: string
}

/**
 * Exchanges the code in the address that the issuer sent the browser to. The library checks state, issuer, audience,
 * lifetime, nonce, algorithm, signature and the age of the sign-in; what the level must be, the caller knows.
 */
export async function completeSignIn(
	kind: IssuerKind,
	callback: URL,
	expected: SignInSecrets & { maxAge: number | null },
): Promise<Identity> {
	const at = await issuer(kind)
	try {
		const tokens = await oidc.authorizationCodeGrant(at, callback, {
			expectedState: expected.state,
			expectedNonce: expected.nonce,
			pkceCodeVerifier: expected.codeVerifier,
			idTokenExpected: true,
			...(expected.maxAge === null ? {} : { maxAge: expected.maxAge }),
		})
		const claims = claimsOf.parse(tokens.claims())
		return {
			issuer: claims.iss,
			subject: claims.sub,
			level: claims.acr ?? null,
			issuerSession: claims.sid ?? null,
			authenticatedAt: new Date((claims.auth_time ?? claims.iat) * 1000),
			nationalNumber: claims.pid ?? null,
			givenName: claims.given_name ?? null,
			familyName: claims.family_name ?? null,
			born: claims.birthdate ?? null,
			email: claims.email ?? null,
			idToken: tokens.id_token ?? '',
		}
	} catch (cause) {
		if (isOutage(cause)) throw new IssuerUnavailable(`The ${kind} issuer does not answer`, { cause })
		if (cause instanceof oidc.AuthorizationResponseError) throw new SignInDeclined(cause.error, { cause })
		throw new AnswerNotVerified(`The ${kind} issuer's answer does not hold`, { cause })
	}
}

/** Where the browser ends the issuer's session too; null where the issuer cannot be asked. */
export async function signOutUrl(kind: IssuerKind, idToken: string | null, returnTo: string): Promise<string | null> {
	try {
		const at = await issuer(kind)
		if (at.serverMetadata().end_session_endpoint === undefined) return null
		const parameters = { post_logout_redirect_uri: returnTo, ...(idToken === null ? {} : { id_token_hint: idToken }) }
		return oidc.buildEndSessionUrl(at, parameters).href
	} catch {
		return null
	}
}

const ownFaults = new Set(['server_error', 'temporarily_unavailable'])

/** No answer, a broken one or a fault of the issuer's own, as against an answer that says no. */
function isOutage(error: unknown): boolean {
	if (error instanceof TypeError) return true
	if (error instanceof oidc.ResponseBodyError) return error.status >= 500
	if (error instanceof oidc.AuthorizationResponseError) return ownFaults.has(error.error)
	if (!(error instanceof oidc.ClientError)) return false
	return error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_RESPONSE_IS_NOT_CONFORM'
}
