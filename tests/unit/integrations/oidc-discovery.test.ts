import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair } from 'jose'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as Discovery from '#app/integrations/oidc-discovery.server.ts'

const { privateKey } = await generateKeyPair('ES256', { extractable: true })
const jwk = JSON.stringify(await exportJWK(privateKey))
const key = () => randomBytes(32).toString('base64')

const honest = {
	issuer: 'https://idporten.example',
	authorization_endpoint: 'https://login.idporten.example/authorize',
	end_session_endpoint: 'https://out.idporten.example/logout',
	token_endpoint: 'https://idporten.example/token',
	jwks_uri: 'https://idporten.example/jwks',
}

let discovery: typeof Discovery
let answer: () => Response
const says = (document: object) => () => Response.json(document)

beforeEach(async () => {
	vi.resetModules()
	const env = {
		NODE_ENV: 'production',
		SAMVAER_ENV: 'production',
		PUBLIC_ORIGIN: 'https://samvaer.example',
		DATABASE_URL: 'postgres://localhost/none',
		FAMILY_OIDC_ISSUER: honest.issuer,
		FAMILY_OIDC_CLIENT_ID: 'client',
		FAMILY_OIDC_CLIENT_JWK: jwk,
		STAFF_OIDC_ISSUER: 'https://staff.example',
		STAFF_OIDC_CLIENT_ID: 'client',
		STAFF_OIDC_CLIENT_JWK: jwk,
		PID_KEYS: `k:${key()}`,
		PID_INDEX_KEY: key(),
		SMTP_URL: 'smtp://localhost',
	}
	for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
	answer = says(honest)
	vi.stubGlobal('fetch', async () => answer())
	discovery = await import('#app/integrations/oidc-discovery.server.ts')
})

afterEach(() => {
	vi.useRealTimers()
	vi.unstubAllEnvs()
	vi.unstubAllGlobals()
})

test("a browser may be sent to the endpoints' hosts, and not to the identifier's", async () => {
	expect(discovery.browserOrigins()).toEqual([])
	await discovery.issuer('family')
	expect(discovery.browserOrigins()).toEqual(['https://login.idporten.example', 'https://out.idporten.example'])
})

test('an issuer without an endpoint to sign out at is taken', async () => {
	const { end_session_endpoint: _none, ...document } = honest
	answer = says(document)
	await discovery.issuer('family')
	expect(discovery.browserOrigins()).toEqual(['https://login.idporten.example'])
})

test.each<[string, object, string]>([
	['no place to sign in', { authorization_endpoint: undefined }, 'names no authorization_endpoint'],
	[
		'a plain-http place to sign in',
		{ authorization_endpoint: 'http://login.example/a' },
		'authorization_endpoint must be https',
	],
	[
		'a plain-http place to sign out',
		{ end_session_endpoint: 'http://out.example/o' },
		'end_session_endpoint must be https',
	],
	['a place that is none', { authorization_endpoint: 'javascript:alert(1)' }, 'authorization_endpoint must be https'],
	['another identifier', { issuer: 'https://other.example' }, 'what the issuer says of itself does not hold'],
])('an issuer with %s is unusable, by the name of its setting', async (_what, change, message) => {
	answer = says({ ...honest, ...change })
	await expect(discovery.issuer('family')).rejects.toMatchObject({
		name: 'IssuerUnusable',
		message: expect.stringMatching(new RegExp(`^FAMILY_OIDC_ISSUER: .*${message.split(' ').slice(-2).join(' ')}`)),
	})
	expect(discovery.browserOrigins()).toEqual([])
})

test('an issuer that is away is asked again when it is next needed', async () => {
	answer = () => new Response('bad gateway', { status: 502 })
	await expect(discovery.issuer('family')).rejects.toMatchObject({ name: 'IssuerUnavailable' })
	answer = says(honest)
	await discovery.issuer('family')
	expect(discovery.browserOrigins()).toHaveLength(2)
})

test('after an hour the description is fetched anew, and the former one serves until then', async () => {
	vi.useFakeTimers({ toFake: ['Date'] })
	await discovery.issuer('family')
	vi.setSystemTime(Date.now() + 61 * 60_000)
	answer = () => new Response('bad gateway', { status: 502 })
	await discovery.issuer('family')
	expect(discovery.browserOrigins()).toHaveLength(2)
	vi.setSystemTime(Date.now() + 2 * 60_000)
	answer = says({ ...honest, authorization_endpoint: 'https://new.idporten.example/authorize' })
	await vi.waitFor(async () => {
		vi.setSystemTime(Date.now() + 2 * 60_000)
		await discovery.issuer('family')
		expect(discovery.browserOrigins()).toEqual(['https://new.idporten.example', 'https://out.idporten.example'])
	})
})
