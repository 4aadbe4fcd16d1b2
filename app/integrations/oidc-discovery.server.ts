import { importJWK } from 'jose'
import * as oidc from 'openid-client'
import { z } from 'zod'
import { config, type OidcClientConfig } from '#app/config.server.ts'

export type IssuerKind = 'family' | 'staff'

export const issuerKinds: readonly IssuerKind[] = ['family', 'staff']

/** The issuer cannot be reached, or does not do its part. Nobody can sign in; who is signed in stays so. */
export class IssuerUnavailable extends Error {
	override readonly name: string = 'IssuerUnavailable'
}

/** The issuer answers, and what it says of itself cannot be used: somebody must set it right. */
export class IssuerUnusable extends IssuerUnavailable {
	override readonly name = 'IssuerUnusable'
}

const secondsForAnAnswer = 5
const refreshAfter = 60 * 60_000
const retryAfter = 60_000

interface Discovered {
	configuration: oidc.Configuration
	/** The origins of the endpoints that a browser is sent to. */
	origins: readonly string[]
	refreshAt: number
}

const discovered = new Map<IssuerKind, Discovered>()
const underWay = new Map<IssuerKind, Promise<Discovered>>()

/**
 * The issuer's own description. Fetched when it is first needed, and anew every hour in the background; the one at hand serves
 * until a newer one has come.
 *
 * @throws IssuerUnavailable
 */
export async function issuer(kind: IssuerKind): Promise<oidc.Configuration> {
	const known = discovered.get(kind)
	if (known === undefined) return (await fetchDescription(kind)).configuration
	if (Date.now() >= known.refreshAt) {
		known.refreshAt = Date.now() + retryAfter
		fetchDescription(kind).catch(() => undefined)
	}
	return known.configuration
}

/** Where a browser may be sent to sign in and out, as far as the issuers have described themselves. */
export function browserOrigins(): string[] {
	return [...new Set(issuerKinds.flatMap((kind) => discovered.get(kind)?.origins ?? []))]
}

/** No answer, a broken one or a fault of the issuer's own, as against an answer that says no. */
export function isOutage(error: unknown): boolean {
	if (error instanceof TypeError) return true
	if (error instanceof oidc.ResponseBodyError) return error.status >= 500
	if (error instanceof oidc.AuthorizationResponseError) return ownFaults.has(error.error)
	if (!(error instanceof oidc.ClientError)) return false
	return error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_RESPONSE_IS_NOT_CONFORM'
}

const ownFaults = new Set(['server_error', 'temporarily_unavailable'])

function fetchDescription(kind: IssuerKind): Promise<Discovered> {
	const running = underWay.get(kind)
	if (running !== undefined) return running
	const fetching = discover(kind)
		.then((found) => {
			discovered.set(kind, found)
			return found
		})
		.finally(() => underWay.delete(kind))
	underWay.set(kind, fetching)
	return fetching
}

async function discover(kind: IssuerKind): Promise<Discovered> {
	const client = config()[kind]
	const setting = `${kind.toUpperCase()}_OIDC_ISSUER`
	try {
		const configuration = await describe(client)
		const { authorization_endpoint, end_session_endpoint } = configuration.serverMetadata()
		if (authorization_endpoint === undefined)
			throw new IssuerUnusable(`${setting}: the issuer names no authorization_endpoint`)
		const origins = Object.entries({ authorization_endpoint, end_session_endpoint }).flatMap(([name, endpoint]) =>
			endpoint === undefined ? [] : [originOf(endpoint, client.allowHttp, `${setting}: ${name}`)],
		)
		return { configuration, origins, refreshAt: Date.now() + refreshAfter }
	} catch (cause) {
		if (cause instanceof IssuerUnusable) throw cause
		if (isOutage(cause)) throw new IssuerUnavailable(`${setting}: the issuer cannot be discovered`, { cause })
		throw new IssuerUnusable(`${setting}: what the issuer says of itself does not hold`, { cause })
	}
}

function originOf(endpoint: string, allowHttp: boolean, what: string): string {
	if (!URL.canParse(endpoint)) throw new IssuerUnusable(`${what} is no address`)
	const { protocol, origin } = new URL(endpoint)
	if (protocol !== 'https:' && !(allowHttp && protocol === 'http:')) throw new IssuerUnusable(`${what} must be https`)
	return origin
}

async function describe(client: OidcClientConfig): Promise<oidc.Configuration> {
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
