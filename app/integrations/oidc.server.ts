import * as oidc from 'openid-client'
import { readClaims } from './oidc-claims.ts'
import { type IssuerKind, IssuerUnavailable, isOutage, issuer } from './oidc-discovery.server.ts'

/** The person turned back at the issuer, or it would not sign them in. */
export class SignInDeclined extends Error {
	override readonly name = 'SignInDeclined'
}

/** The issuer's answer does not hold. */
export class AnswerNotVerified extends Error {
	override readonly name = 'AnswerNotVerified'
}

export interface SignInStart {
	redirectUri: string
	/** The issuer's words for the reader's language. */
	language: string
	/** The level of assurance asked for; null for the issuer's own choice. */
	level: string | null
	/** The state to send, made of something that nobody can guess. */
	stateOf: (random: string) => string
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
		state: start.stateOf(oidc.randomState()),
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
	/** The names of optional claims that could not be used. */
	ignoredClaims: readonly string[]
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
		const claims = readClaims({ ...tokens.claims() })
		return {
			issuer: claims.iss,
			subject: claims.sub,
			level: claims.acr ?? null,
			issuerSession: claims.sid,
			authenticatedAt: new Date((claims.auth_time ?? claims.iat) * 1000),
			nationalNumber: claims.pid ?? null,
			givenName: claims.given_name,
			familyName: claims.family_name,
			born: claims.birthdate,
			email: claims.email,
			ignoredClaims: claims.ignored,
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
