import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type * as Oidc from '#app/integrations/oidc.server.ts'

/** An issuer that says whatever a test has it say. */
const issuerKey = await generateKeyPair('RS256', { extractable: true })
const strangerKey = await generateKeyPair('RS256', { extractable: true })
const clientKey = await generateKeyPair('ES256', { extractable: true })
let idToken = ''
let tokenAnswer: { status: number; body: string } | null = null

const server = createServer(async (request, response) => {
	const answer = (body: unknown, status = 200) => {
		response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
	}
	if (request.url?.endsWith('/openid-configuration')) {
		return answer({
			issuer: at(),
			authorization_endpoint: `${at()}/auth`,
			token_endpoint: `${at()}/token`,
			jwks_uri: `${at()}/jwks`,
			pushed_authorization_request_endpoint: `${at()}/par`,
			authorization_response_iss_parameter_supported: true,
			response_types_supported: ['code'],
			subject_types_supported: ['public'],
			id_token_signing_alg_values_supported: ['RS256', 'none', 'HS256'],
		})
	}
	if (request.url === '/jwks') {
		return answer({ keys: [{ ...(await exportJWK(issuerKey.publicKey)), kid: 'k', alg: 'RS256', use: 'sig' }] })
	}
	if (request.url === '/par') return answer({ request_uri: 'urn:x', expires_in: 60 }, 201)
	if (tokenAnswer)
		return response.writeHead(tokenAnswer.status, { 'content-type': 'application/json' }).end(tokenAnswer.body)
	answer({ access_token: 'a', token_type: 'Bearer', id_token: idToken })
})

function at(): string {
	const address = server.address()
	return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

let oidc: typeof Oidc

beforeAll(async () => {
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
	const jwk = JSON.stringify(await exportJWK(clientKey.privateKey))
	const key = () => randomBytes(32).toString('base64')
	const env = {
		NODE_ENV: 'production',
		SAMVAER_ENV: 'test',
		PUBLIC_ORIGIN: 'http://localhost:1',
		DATABASE_URL: 'postgres://localhost/none',
		FAMILY_OIDC_ISSUER: at(),
		FAMILY_OIDC_CLIENT_ID: 'client',
		FAMILY_OIDC_CLIENT_JWK: jwk,
		STAFF_OIDC_ISSUER: 'http://127.0.0.1:1/none',
		STAFF_OIDC_CLIENT_ID: 'client',
		STAFF_OIDC_CLIENT_JWK: jwk,
		PID_KEYS: `k:${key()}`,
		PID_INDEX_KEY: key(),
		SMTP_URL: 'smtp://localhost',
	}
	for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
	oidc = await import('#app/integrations/oidc.server.ts')
})

afterAll(() => {
	vi.unstubAllEnvs()
	server.close()
})

const now = () => Math.floor(Date.now() / 1000)
const expected = { state: 's', nonce: 'n', codeVerifier: 'v'.repeat(43), maxAge: 300 }

const honest = (): JWTPayload => ({
	iss: at(),
	sub: 'kari',
	aud: 'client',
	nonce: 'n',
	acr: 'idporten-loa-high',
	iat: now(),
	exp: now() + 60,
	auth_time: now() - 10,
})

function signed(claims: JWTPayload, key: CryptoKey = issuerKey.privateKey, kid = 'k'): Promise<string> {
	return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(key)
}

function complete(search = `code=c&state=s&iss=${encodeURIComponent(at())}`) {
	return oidc.completeSignIn('family', new URL(`http://localhost:1/sign-in/callback?${search}`), expected)
}

test('an honest answer is taken', async () => {
	idToken = await signed(honest())
	expect(await complete()).toMatchObject({ subject: 'kari', level: 'idporten-loa-high' })
})

const without = (name: string): JWTPayload =>
	Object.fromEntries(Object.entries(honest()).filter(([key]) => key !== name))
const unsigned = (claims: JWTPayload, alg: string) =>
	`${Buffer.from(JSON.stringify({ alg, kid: 'k' })).toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`

test.each<[string, () => Promise<string> | string]>([
	['of another issuer', () => signed({ ...honest(), iss: 'http://127.0.0.1:1' })],
	['for another client', () => signed({ ...honest(), aud: 'other' })],
	['for us and another, with no word on whom', () => signed({ ...honest(), aud: ['client', 'other'] })],
	['with another nonce', () => signed({ ...honest(), nonce: 'm' })],
	['without a nonce', () => signed(without('nonce'))],
	['without a subject', () => signed(without('sub'))],
	['that has run out', () => signed({ ...honest(), exp: now() - 120 })],
	['without an end', () => signed(without('exp'))],
	['without a beginning', () => signed(without('iat'))],
	['of a sign-in too long ago', () => signed({ ...honest(), auth_time: now() - 3_600 })],
	['that does not say when', () => signed(without('auth_time'))],
	['signed by a stranger', () => signed(honest(), strangerKey.privateKey)],
	['signed by a key nobody knows', () => signed(honest(), strangerKey.privateKey, 'other')],
	['not signed', () => unsigned(honest(), 'none')],
	['with an algorithm but no signature', () => unsigned(honest(), 'RS256')],
	[
		'signed with the public key as a shared secret',
		async () => {
			const secret = Buffer.from(JSON.stringify(await exportJWK(issuerKey.publicKey)))
			return new SignJWT(honest()).setProtectedHeader({ alg: 'HS256', kid: 'k' }).sign(secret)
		},
	],
	[
		'changed after it was signed',
		async () => {
			const [head, , signature] = (await signed(honest())).split('.')
			const body = Buffer.from(JSON.stringify({ ...honest(), sub: 'ola' })).toString('base64url')
			return `${head}.${body}.${signature}`
		},
	],
	['that is no token', () => 'nonsense'],
])('a token %s is refused', async (_what, make) => {
	idToken = await make()
	await expect(complete()).rejects.toMatchObject({ name: 'AnswerNotVerified' })
})

test('an answer with another state, another issuer or none is refused', async () => {
	idToken = await signed(honest())
	const iss = encodeURIComponent(at())
	for (const search of [
		`code=c&state=t&iss=${iss}`,
		`code=c&iss=${iss}`,
		'code=c&state=s',
		'code=c&state=s&iss=http%3A%2F%2Fx',
		`state=s&iss=${iss}`,
	]) {
		await expect(complete(search)).rejects.toMatchObject({ name: 'AnswerNotVerified' })
	}
})

test('a person who turned back, a fault of the issuer and a code used before are told apart', async () => {
	const iss = encodeURIComponent(at())
	await expect(complete(`error=access_denied&state=s&iss=${iss}`)).rejects.toMatchObject({ name: 'SignInDeclined' })
	await expect(complete(`error=temporarily_unavailable&state=s&iss=${iss}`)).rejects.toMatchObject({
		name: 'IssuerUnavailable',
	})
	tokenAnswer = { status: 400, body: '{"error":"invalid_grant"}' }
	await expect(complete()).rejects.toMatchObject({ name: 'AnswerNotVerified' })
	tokenAnswer = { status: 502, body: 'bad gateway' }
	await expect(complete()).rejects.toMatchObject({ name: 'IssuerUnavailable' })
	tokenAnswer = null
})

test('an issuer that does not describe itself is asked anew at the next sign-in', async () => {
	const start = {
		redirectUri: 'http://localhost:1/staff/sign-in/callback',
		language: 'nb',
		level: null,
		maxAge: null,
		stateOf: String,
	}
	await expect(oidc.beginSignIn('staff', start)).rejects.toMatchObject({ name: 'IssuerUnavailable' })
	await expect(oidc.beginSignIn('staff', start)).rejects.toMatchObject({ name: 'IssuerUnavailable' })
	const begun = await oidc.beginSignIn('family', { ...start, maxAge: 300 })
	expect(begun.url.href).toBe(`${at()}/auth?request_uri=urn%3Ax&client_id=client`)
})
