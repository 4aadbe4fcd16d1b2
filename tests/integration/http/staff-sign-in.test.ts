import { eq } from 'drizzle-orm'
import { importJWK, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { audit, officer, webSession } from '#db/schema/index.ts'
import { startWeb } from './web.ts'

const web = await startWeb()

test('an officer comes in to the first of their prisons, and can go on in another', async () => {
	const browser = web.browser()
	const answer = await browser.signIn('staff', 'nora', {}, { to: '/staff/facility' })
	expect(answer.headers.get('location')).toBe('/staff/facility')
	const page = await (await browser.get('/staff/facility')).text()
	expect(page).toContain('Bjørgvin')
	expect(page).toContain('kontrollør')
	expect((await browser.post('/staff/facility', { slug: 'hal' })).status).toBe(303)
	expect(await (await browser.get('/staff/facility')).text()).toContain('besøksbetjent')
	expect((await browser.post('/staff/facility', { slug: 'elsewhere' })).status).toBe(404)
	const rows = await web.db.select().from(audit).where(eq(audit.action, 'facility.choose'))
	expect(rows).toHaveLength(1)
})

test('only registered, active officers with a role come in, and nobody learns which of these is missing', async () => {
	const unknown = await web.browser().signIn('staff', 'ukjent')
	await web.db.update(officer).set({ active: false }).where(eq(officer.id, web.officers.per))
	const inactive = await web.browser().signIn('staff', 'per')
	await web.db.update(officer).set({ active: true }).where(eq(officer.id, web.officers.per))
	const strip = (page: string) => page.replace(/nonce="[^"]*"/g, '')
	expect([unknown.status, inactive.status]).toEqual([403, 403])
	expect(strip(await inactive.text())).toBe(strip(await unknown.text()))
})

test('a sensitive action asks the issuer for a fresh sign-in, and an old one is not taken for it', async () => {
	const browser = web.browser()
	const started = await browser.post('/staff/sign-in', { again: '1', to: '/staff' })
	expect(started.status).toBe(303)
	const old = await web.browser().signIn('staff', 'nora', { minutesAgo: '30' }, { again: '1' })
	expect(old.status).toBe(400)
	const fresh = await web.browser().signIn('staff', 'nora', {}, { again: '1' })
	expect(fresh.headers.get('location')).toBe('/staff')
})

test('signing out at the issuer ends the session here', async () => {
	const browser = await web.signedIn('nora')
	expect((await browser.get('/staff/facility')).status).toBe(200)
	const [session] = await web.db.select().from(webSession).where(eq(webSession.officerId, web.officers.nora)).limit(1)
	expect(session?.issuerSession).toBeTruthy()
	const out = await browser.post('/staff/sign-out')
	expect(out.headers.get('location')).toContain('/tjeneste/session/end')

	const other = await web.signedIn('per')
	const page = await (await other.get(`${web.identity.url}tjeneste/session/end`)).text()
	const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
	const action = /action="([^"]+)"/.exec(page)?.[1] ?? ''
	await other.post(action, { xsrf, logout: 'yes' })
	await expect.poll(async () => (await other.get('/staff/facility')).status).toBe(303)
	const rows = await web.db.select().from(audit).where(eq(audit.action, 'sign-out.complete'))
	expect(rows.map((row) => row.detail.by)).toContain('issuer')
})

test("a logout token that is not the issuer's ends nothing", async () => {
	const browser = await web.signedIn('nora')
	const [session] = await web.db.select().from(webSession).where(eq(webSession.officerId, web.officers.nora)).limit(1)
	const { issuer, clientId, clientJwk } = web.identity.staff
	const key = await importJWK(clientJwk, 'ES256')
	const claims = { sid: session?.issuerSession, events: { 'http://schemas.openid.net/event/backchannel-logout': {} } }
	const forged = await new SignJWT(claims)
		.setProtectedHeader({ alg: 'ES256', kid: String(clientJwk.kid) })
		.setIssuer(issuer)
		.setAudience(clientId)
		.setSubject('nora')
		.setJti('1')
		.setIssuedAt()
		.sign(key)
	const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged.split('.')[1]}.`
	for (const logout_token of [forged, none, 'nonsense', '']) {
		const answer = await web.browser().post('/webhooks/sign-out', { logout_token }, { 'sec-fetch-site': 'cross-site' })
		expect([answer.status, await answer.text()]).toEqual([400, ''])
	}
	expect((await browser.get('/staff/facility')).status).toBe(200)
})

test('while the issuer is down people are told so, and who is signed in stays so', async () => {
	const browser = await web.signedIn('nora')
	await web.identity.stop()
	const answer = await web.browser().post('/staff/sign-in', {})
	expect(answer.status).toBe(503)
	expect(await answer.text()).toContain('Innloggingen er nede')
	expect((await web.browser().post('/sign-in', {})).status).toBe(503)
	expect((await browser.get('/staff/facility')).status).toBe(200)
	expect((await browser.post('/staff/sign-out')).status).toBe(303)
})
