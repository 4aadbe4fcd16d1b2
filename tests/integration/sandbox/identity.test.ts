import { once } from 'node:events'
import { createServer } from 'node:http'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeIdentityKeys, publicHalf } from '#sandbox/identity/keys.ts'
import { type Identity, startIdentity } from '#sandbox/identity/start.ts'
import type { DemoPerson } from '#sandbox/seeds/seed.ts'
import { PlainBrowser } from './plain-browser.ts'

const people: DemoPerson[] = [
	{ id: 'kari', kind: 'family', name: 'Kari <Prøve>', pid: '12345678901', can: 'bestiller besøk' },
	{ id: 'ola', kind: 'family', name: 'Ola Prøve', pid: '10987654321', can: 'søker om besøk' },
	{ id: 'nora', kind: 'staff', name: 'Nora Vakt', employeeId: 'E100', can: 'tar imot besøkende' },
]

const logoutTokens: string[] = []
const application = createServer((request, response) => {
	let body = ''
	request.on('data', (chunk: Buffer) => {
		body += chunk.toString('utf8')
	})
	request.on('end', () => {
		if (request.url === '/webhooks/sign-out') logoutTokens.push(new URLSearchParams(body).get('logout_token') ?? '')
		response.end()
	})
})

let identity: Identity
let publicOrigin: string
let browser: PlainBrowser
const said: string[] = []

beforeAll(async () => {
	application.listen(0, '127.0.0.1')
	await once(application, 'listening')
	const address = application.address()
	publicOrigin = `http://localhost:${typeof address === 'object' ? address?.port : 0}`
	identity = await startIdentity({
		publicOrigin,
		keys: makeIdentityKeys(),
		people: () => people,
		log: (line) => said.push(line),
	})
})

afterAll(async () => {
	await identity.stop()
	application.close()
})

beforeEach(() => {
	browser = new PlainBrowser()
	logoutTokens.length = 0
})

type Kind = 'family' | 'staff'
const callbacks = { family: '/sign-in/callback', staff: '/staff/sign-in/callback' }

async function clientOf(kind: Kind, clientJwk = identity[kind].clientJwk): Promise<oidc.Configuration> {
	const { issuer, clientId } = identity[kind]
	const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
	const key = await crypto.subtle.importKey('jwk', clientJwk, algorithm, false, ['sign'])
	const auth = oidc.PrivateKeyJwt({ key, kid: String(clientJwk.kid) })
	return oidc.discovery(new URL(issuer), clientId, undefined, auth, { execute: [oidc.allowInsecureRequests] })
}

/** Signs in as the application does; what the token tells. `form` is what is chosen on the page, null when it should not come. */
async function signIn(kind: Kind, form: Record<string, string> | null, asked: Record<string, string> = {}) {
	const client = await clientOf(kind)
	const verifier = oidc.randomPKCECodeVerifier()
	const nonce = oidc.randomNonce()
	const url = await oidc.buildAuthorizationUrlWithPAR(client, {
		redirect_uri: `${publicOrigin}${callbacks[kind]}`,
		scope: 'openid profile',
		code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256',
		nonce,
		state: 'state',
		acr_values: 'idporten-loa-high',
		...asked,
	})
	let end = await browser.follow(url.href, { until: publicOrigin })
	if (form) {
		expect(end.url).toContain('/choose/')
		end = await browser.follow(end.url, { until: publicOrigin, form })
	}
	expect(end.response).toBeNull()
	const tokens = await oidc.authorizationCodeGrant(client, new URL(end.url), {
		pkceCodeVerifier: verifier,
		expectedNonce: nonce,
		expectedState: 'state',
		idTokenExpected: true,
	})
	return { client, claims: tokens.claims(), idToken: tokens.id_token ?? '' }
}

test('a family member gets a token with number, level, method, time and a name that tells nothing', async () => {
	const { claims } = await signIn('family', { person: 'kari' })
	expect(claims).toMatchObject({
		iss: identity.family.issuer,
		aud: 'samvaer-familie',
		pid: '12345678901',
		acr: 'idporten-loa-high',
		amr: ['BankID'],
		locale: 'nb',
	})
	expect(claims?.sub).not.toContain('kari')
	expect(Math.abs(Number(claims?.auth_time) - Date.now() / 1000)).toBeLessThan(10)
	expect(claims?.sid).toBeTypeOf('string')
	const again = await signIn('family', { person: 'kari' }, { prompt: 'login' })
	expect(again.claims?.sub).toBe(claims?.sub)
})

test('an officer gets a token with name and employee number, and no national number', async () => {
	const { claims } = await signIn('staff', { person: 'nora' })
	expect(claims).toMatchObject({ sub: 'nora', name: 'Nora Vakt', employee_id: 'E100', acr: 'idporten-loa-high' })
	expect(claims).not.toHaveProperty('pid')
})

test('who is signed in is not asked again, unless the application wants it or too long has passed', async () => {
	const first = await signIn('family', { person: 'kari', minutesAgo: '10' })
	const second = await signIn('family', null)
	expect(second.claims?.auth_time).toBe(first.claims?.auth_time)
	await signIn('family', { person: 'kari' }, { prompt: 'login' })
	await signIn('family', null, { max_age: '300' })
	await signIn('family', { person: 'kari', minutesAgo: '10' }, { prompt: 'login' })
	const fresh = await signIn('family', { person: 'kari' }, { max_age: '300' })
	expect(Number(fresh.claims?.auth_time)).toBeGreaterThan(Date.now() / 1000 - 60)
})

test('another person can take over at the same browser without a click more', async () => {
	await signIn('family', { person: 'kari' })
	const { claims } = await signIn('family', { person: 'ola' }, { prompt: 'login' })
	expect(claims?.pid).toBe('10987654321')
	expect((await signIn('family', null)).claims?.pid).toBe('10987654321')
})

test('for tests it issues a lower level or an old sign-in, and asks again when the level asked for is not had', async () => {
	const lower = await signIn('family', { person: 'kari', level: 'idporten-loa-substantial' })
	expect(lower.claims?.acr).toBe('idporten-loa-substantial')
	expect((await signIn('family', { person: 'kari' })).claims?.acr).toBe('idporten-loa-high')
	// Old although just asked for: what a careless issuer would send.
	const old = await signIn('family', { person: 'kari', minutesAgo: '60' }, { prompt: 'login' })
	expect(Number(old.claims?.auth_time)).toBeLessThan(Date.now() / 1000 - 3500)
})

test('going back without choosing is told to the application as access_denied', async () => {
	const client = await clientOf('family')
	const url = await oidc.buildAuthorizationUrlWithPAR(client, request())
	const chooser = await browser.follow(url.href, { until: publicOrigin })
	const end = await browser.follow(chooser.url, { until: publicOrigin, form: { person: '' } })
	expect(new URL(end.url).searchParams.get('error')).toBe('access_denied')
})

const request = () => ({
	redirect_uri: `${publicOrigin}/sign-in/callback`,
	scope: 'openid',
	code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
	code_challenge_method: 'S256',
})

test('the page names each person, says what they can do, works without script and comes in Norwegian', async () => {
	const url = await oidc.buildAuthorizationUrlWithPAR(await clientOf('family'), request())
	const { response } = await browser.follow(url.href, { until: publicOrigin })
	const html = (await response?.text()) ?? ''
	expect(html).toContain('<html lang="nb">')
	expect(html).toContain('Kari &#60;Prøve&#62;</button>')
	expect(html).toContain('søker om besøk')
	expect(html).not.toContain('Nora Vakt')
	expect(html).not.toContain('<script')
	expect(response?.headers.get('content-security-policy')).toContain(`form-action 'self' ${publicOrigin};`)
})

test('a request that was not pushed, has no challenge, another address or another key is refused', async () => {
	const client = await clientOf('family')
	const plain = await browser.open(oidc.buildAuthorizationUrl(client, request()).href)
	expect(new URL(plain.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request')
	const push = (changed: Record<string, string>, by = client) =>
		oidc.buildAuthorizationUrlWithPAR(by, { ...request(), ...changed })
	const { code_challenge: _left, ...without } = request()
	await expect(oidc.buildAuthorizationUrlWithPAR(client, without)).rejects.toThrow()
	await expect(push({ redirect_uri: `${publicOrigin}/elsewhere` })).rejects.toThrow()
	const stranger = await clientOf('family', { ...makeIdentityKeys().family, kid: identity.family.clientJwk.kid })
	await expect(push({}, stranger)).rejects.toThrow()
	await expect(push({})).resolves.toBeInstanceOf(URL)
})

test('signing out by the application ends the session at once, tells the application and comes back', async () => {
	const { client, claims, idToken } = await signIn('family', { person: 'kari' })
	const url = oidc.buildEndSessionUrl(client, {
		id_token_hint: idToken,
		post_logout_redirect_uri: `${publicOrigin}/`,
		state: 'out',
	})
	const end = await browser.follow(url.href, { until: publicOrigin })
	expect(end.url).toBe(`${publicOrigin}/?state=out`)
	expect(logoutTokens).toHaveLength(1)
	const told = JSON.parse(Buffer.from(logoutTokens[0]?.split('.')[1] ?? '', 'base64url').toString('utf8'))
	expect(told).toMatchObject({
		iss: identity.family.issuer,
		aud: 'samvaer-familie',
		sub: claims?.sub,
		sid: claims?.sid,
	})
	expect(told.events).toHaveProperty('http://schemas.openid.net/event/backchannel-logout')
	await signIn('family', { person: 'ola' })
})

test('signing out at the issuer itself asks first and then tells the application', async () => {
	await signIn('staff', { person: 'nora' })
	const asked = await browser.open(`${identity.url}tjeneste/session/end`)
	const html = await asked.text()
	expect(html).toContain('Vil du logge ut?')
	const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
	const action = /action="([^"]+)"/.exec(html)?.[1] ?? ''
	const end = await browser.follow(action, { until: publicOrigin, form: { xsrf, logout: 'yes' } })
	expect(await end.response?.text()).toContain('Du er logget ut')
	expect(logoutTokens).toHaveLength(1)
})

test('only public halves of keys are published', async () => {
	const keys = makeIdentityKeys()
	expect(publicHalf(keys.family)).not.toHaveProperty('d')
	const published = await (await fetch(`${identity.url}id-porten/jwks`)).json()
	expect(published.keys[0]).not.toHaveProperty('d')
	expect(said.filter((line) => line.includes('fault'))).toEqual([])
})
