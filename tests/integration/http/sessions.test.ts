import { desc, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { audit, officer, officerRole, webSession } from '#db/schema/index.ts'
import type { WebBrowser } from './browser.ts'
import { startWeb } from './web.ts'

const web = await startWeb()

const family = '__Host-samvaer'
const staff = '__Host-samvaer-staff'

const isIn = async (browser: WebBrowser, path = '/me') => (await browser.get(path)).status === 200

/** Makes every session as old as told, in minutes. */
async function age(column: 'seen_at' | 'expires_at', minutes: number): Promise<void> {
	await web.db.execute(
		sql`update web_session set ${sql.identifier(column)} = ${sql.identifier(column)} - make_interval(mins => ${minutes})`,
	)
}

test('a token is 256 random bits, and the table does not hold it', async () => {
	const browser = await web.signedIn('kari')
	const token = browser.cookie(family) ?? ''
	expect(Buffer.from(token, 'base64url')).toHaveLength(32)
	const [row] = await web.db.select().from(webSession)
	expect(JSON.stringify(row)).not.toContain(token)
	expect(row?.idToken).not.toMatch(/^eyJ/)
})

test('each sign-in has a token of its own, and the former one dies', async () => {
	const browser = await web.signedIn('kari')
	const former = browser.cookie(family) ?? ''
	await browser.signIn('family', 'kari')
	expect(browser.cookie(family)).not.toBe(former)
	expect(await isIn(browser)).toBe(true)
	browser.setCookie(family, former)
	expect(await isIn(browser)).toBe(false)
})

test('a token that was made up beforehand is never taken over', async () => {
	const browser = web.browser()
	browser.setCookie(family, 'A'.repeat(43))
	await browser.signIn('family', 'kari')
	expect(browser.cookie(family)).not.toBe('A'.repeat(43))
})

test('signing out ends the session on the server, at the issuer and in the browser', async () => {
	const browser = await web.signedIn('kari')
	const token = browser.cookie(family) ?? ''
	const answer = await browser.post('/sign-out')
	expect(answer.status).toBe(303)
	const issuer = new URL(answer.headers.get('location') ?? '')
	expect(issuer.href.startsWith(`${web.identity.url}id-porten/`)).toBe(true)
	expect(issuer.searchParams.get('post_logout_redirect_uri')).toBe(`${web.origin}/`)
	expect(issuer.searchParams.get('id_token_hint')).toMatch(/^eyJ/)
	expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"')
	expect(browser.cookie(family)).toBeNull()
	browser.setCookie(family, token)
	expect(await isIn(browser)).toBe(false)
	const [row] = await web.db.select().from(audit).orderBy(desc(audit.id)).limit(1)
	expect(row).toMatchObject({ action: 'sign-out.complete', actorKind: 'visitor', detail: { by: 'person' } })
})

test('a GET signs nobody out', async () => {
	const browser = await web.signedIn('kari')
	await browser.get('/sign-out')
	expect(await isIn(browser)).toBe(true)
})

test('a family session ends after half an hour without use, and use keeps it', async () => {
	const browser = await web.signedIn('kari')
	await age('seen_at', 29)
	expect(await isIn(browser)).toBe(true)
	await age('seen_at', 29)
	expect(await isIn(browser)).toBe(true)
	await age('seen_at', 31)
	expect((await browser.get('/me')).headers.get('location')).toBe('/sign-in?to=%2Fme')
})

test('use is noted at most once a minute', async () => {
	const browser = await web.signedIn('kari')
	const seen = async () =>
		(await web.db.select().from(webSession).orderBy(desc(webSession.createdAt)).limit(1))[0]?.seenAt.getTime()
	const before = await seen()
	await browser.get('/me')
	expect(await seen()).toBe(before)
	await age('seen_at', 2)
	await browser.get('/me')
	expect(await seen()).toBeGreaterThanOrEqual(before ?? 0)
})

test('a family session ends after two hours whatever happens', async () => {
	const browser = await web.signedIn('kari')
	await age('expires_at', 119)
	expect(await isIn(browser)).toBe(true)
	await age('expires_at', 1)
	expect(await isIn(browser)).toBe(false)
})

test("an officer's session ends after a quarter of an hour without use, and after eight hours", async () => {
	const browser = await web.signedIn('nora')
	await age('seen_at', 14)
	expect(await isIn(browser, '/staff/facility')).toBe(true)
	await age('seen_at', 16)
	expect(await isIn(browser, '/staff/facility')).toBe(false)
	const other = await web.signedIn('nora')
	await age('expires_at', 8 * 60)
	expect(await isIn(other, '/staff/facility')).toBe(false)
})

test('a role or an officer that is taken away is gone with the next request', async () => {
	const browser = await web.signedIn('nora')
	expect(await (await browser.get('/staff/facility')).text()).toContain('Bjørgvin')
	await web.db.delete(officerRole).where(eq(officerRole.facilityId, web.facilities.bjo))
	const page = await (await browser.get('/staff/facility')).text()
	expect(page).toContain('Halden')
	expect(page).not.toContain('Bjørgvin')
	await web.db.update(officer).set({ active: false }).where(eq(officer.id, web.officers.nora))
	expect(await isIn(browser, '/staff/facility')).toBe(false)
	await web.db.update(officer).set({ active: true }).where(eq(officer.id, web.officers.nora))
	await web.db.delete(officerRole).where(eq(officerRole.officerId, web.officers.nora))
	expect(await isIn(browser, '/staff/facility')).toBe(false)
	await web.db.insert(officerRole).values([
		{ officerId: web.officers.nora, facilityId: web.facilities.hal, role: 'visit-officer' },
		{ officerId: web.officers.nora, facilityId: web.facilities.bjo, role: 'auditor' },
	])
})

test("a family's cookie opens nothing of the staff's, nor the other way round", async () => {
	const visitor = await web.signedIn('kari')
	visitor.setCookie(staff, visitor.cookie(family) ?? '')
	expect(await isIn(visitor, '/staff/facility')).toBe(false)
	const nora = await web.signedIn('nora')
	nora.setCookie(family, nora.cookie(staff) ?? '')
	expect(await isIn(nora, '/me')).toBe(false)
})
