import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { audit, visitor, webSession } from '#db/schema/index.ts'
import { addVisitor } from '#sandbox/seeds/rows.ts'
import { introduction, people, startWeb } from './web.ts'

const web = await startWeb()

const refusals = async () =>
	(await web.db.select().from(audit).where(eq(audit.action, 'sign-in.refuse'))).map((row) => row.detail.reason)

test('someone new says who they are once, and is signed in from then on', async () => {
	const browser = web.browser()
	const answer = await browser.signIn('family', 'kari', {}, { to: '/me' })
	expect(answer.headers.get('location')).toBe('/welcome')
	expect(await web.db.select().from(visitor)).toHaveLength(0)

	const wrong = await browser.post('/welcome', { ...introduction, 'born.day': '31', givenName: '' })
	const page = await wrong.text()
	expect(wrong.status).toBe(400)
	expect(page).toContain('value="Prøve"')
	expect(page).toContain('href="#welcome-givenName"')
	expect(page).toContain('href="#welcome-born"')

	const saved = await browser.post('/welcome', introduction)
	expect([saved.status, saved.headers.get('location')]).toEqual([303, '/me'])
	expect(await (await browser.get('/me')).text()).toContain('2. april 1988')
	const [row] = await web.db.select().from(visitor)
	expect(row).toMatchObject({
		givenName: 'Kari',
		born: '1988-04-02',
		issuer: web.identity.family.issuer,
		language: 'nb',
	})
	const [kari] = people
	expect(row?.pidCipher?.includes(kari.pid)).toBe(false)

	expect(row).toMatchObject({ birthDateSource: 'national-number', birthDateComparison: 'matches' })

	const again = await web.browser().signIn('family', 'kari', {}, { to: '/visits' })
	expect(again.headers.get('location')).toBe('/visits')
})

test('whom officers keep on paper is found by the national number and takes the row over', async () => {
	const id = await addVisitor(web.db, { givenName: 'Ola', familyName: 'Papir', language: 'nn' })
	// Nobody else can make the number's index: the web process has the key, so it makes the row and the account is taken off again.
	await web.signedIn('ola')
	const [created] = await web.db
		.select()
		.from(visitor)
		.where(eq(visitor.familyName, 'Prøve'))
		.orderBy(visitor.id)
		.limit(1)
		.offset(1)
	if (!created) throw new Error('Ola was not made')
	await web.db.delete(webSession).where(eq(webSession.visitorId, created.id))
	const { pidCipher, pidKeyId, pidIndex } = created
	await web.db
		.update(visitor)
		.set({ issuer: null, subject: null, pidCipher: null, pidKeyId: null, pidIndex: null })
		.where(eq(visitor.id, created.id))
	await web.db.update(visitor).set({ pidCipher, pidKeyId, pidIndex }).where(eq(visitor.id, id))

	const browser = web.browser()
	expect((await browser.signIn('family', 'ola')).headers.get('location')).toBe('/')
	expect(await (await browser.get('/')).text()).toContain('Ola Papir')
	expect(browser.cookie('__Host-samvaer-language')).toBe('nn')
	const [row] = await web.db.select().from(visitor).where(eq(visitor.id, id))
	expect(row?.issuer).toBe(web.identity.family.issuer)

	await web.db.update(visitor).set({ subject: 'someone else' }).where(eq(visitor.id, id))
	const taken = await web.browser().signIn('family', 'ola')
	expect(taken.status).toBe(403)
	expect(await refusals()).toContain('taken')
})

test('a level below the highest is not enough', async () => {
	const browser = web.browser()
	const answer = await browser.signIn('family', 'kari', { level: 'idporten-loa-substantial' })
	expect(answer.status).toBe(403)
	expect(await answer.text()).toContain('sikrere måte')
	expect(browser.cookie('__Host-samvaer')).toBeNull()
	expect(await refusals()).toContain('level')
})

test('a number that is none signs nobody in', async () => {
	const answer = await web.browser().signIn('family', 'tall')
	expect(answer.status).toBe(403)
	expect(await refusals()).toContain('number')
})

test('who turns back at the issuer is told that nothing happened', async () => {
	const answer = await web.browser().signIn('family', '', {})
	expect(answer.status).toBe(400)
	expect(await answer.text()).toContain('ble avbrutt')
})

test('an answer serves once, in the browser that asked, with the state that was given', async () => {
	const browser = web.browser()
	const callback = await browser.callback('family', 'kari')

	const stranger = await web.browser().get(callback)
	expect(stranger.status).toBe(400)
	const otherState = await browser.get(callback.replace(/state=[^&]+/, 'state=guessed'))
	expect(otherState.status).toBe(400)
	expect((await browser.get('/sign-in/callback')).status).toBe(400)

	expect((await browser.get(callback)).status).toBe(303)
	const token = browser.cookie('__Host-samvaer')
	// Signed in already, the same answer leads home and makes no second session.
	expect((await browser.get(callback)).headers.get('location')).toBe('/')
	expect(browser.cookie('__Host-samvaer')).toBe(token)
	browser.setCookie('__Host-samvaer', 'x')
	expect((await browser.get(callback)).status).toBe(400)
})

test('a code that belongs to another sign-in is refused', async () => {
	const browser = web.browser()
	const one = new URL(await browser.callback('family', 'kari'))
	const two = new URL(await browser.callback('family', 'kari'))
	one.searchParams.set('code', two.searchParams.get('code') ?? '')
	expect((await browser.get(one.href)).status).toBe(400)
	expect(await refusals()).toContain('not-verified')
})

test('an answer that names another issuer is refused', async () => {
	const browser = web.browser()
	const callback = new URL(await browser.callback('family', 'kari'))
	callback.searchParams.set('iss', web.identity.staff.issuer)
	expect((await browser.get(callback.href)).status).toBe(400)
	const unnamed = new URL(await browser.callback('family', 'kari'))
	unnamed.searchParams.delete('iss')
	expect((await browser.get(unnamed.href)).status).toBe(400)
})

test('an answer for families is of no use to staff', async () => {
	const browser = web.browser()
	const callback = await browser.callback('family', 'kari')
	const answer = await browser.get(callback.replace('/sign-in/callback', '/staff/sign-in/callback'))
	expect(answer.status).toBe(400)
	expect(browser.cookie('__Host-samvaer-staff')).toBeNull()
})

test('nobody is sent on to another place than ours', async () => {
	for (const to of ['https://evil.example', '//evil.example', '/\\evil.example', '/staff', '/sign-out']) {
		const answer = await web.browser().signIn('family', 'kari', {}, { to })
		expect(answer.headers.get('location')).toBe('/')
	}
})

test('the language that is chosen comes along, and is kept with the visitor', async () => {
	const browser = await web.signedIn('kari')
	const answer = await browser.post('/language', { locale: 'en', to: '/me' })
	expect([answer.status, answer.headers.get('location')]).toEqual([303, '/me'])
	expect(await (await browser.get('/me')).text()).toContain('2 April 1988')
	const [row] = await web.db.select().from(visitor).where(eq(visitor.givenName, 'Kari')).orderBy(visitor.id).limit(1)
	expect(row?.language).toBe('en')
	expect((await browser.post('/language', { locale: 'xx', to: '/me' })).status).toBe(400)
	expect((await browser.post('/language', { locale: 'nb', to: '//evil.example' })).headers.get('location')).toBe('/')
})

test('how to be reached is changed on a page that keeps what was typed', async () => {
	const browser = await web.signedIn('kari')
	const wrong = await browser.post('/me', { email: 'not an address', phone: '12', language: 'nb' })
	const page = await wrong.text()
	expect(wrong.status).toBe(400)
	expect(page).toContain('value="not an address"')
	expect(page).toContain('href="#contact-email"')
	const saved = await browser.post('/me', { email: 'kari@example.no', phone: '+47 900 00 000', language: 'nn' })
	expect([saved.status, saved.headers.get('location')]).toEqual([303, '/me'])
	const after = await (await browser.get('/me')).text()
	expect(after).toContain('+47 900 00 000')
	expect(after).toContain('role="status"')
	expect(await (await browser.get('/me')).text()).not.toContain('role="status"')
	const unknown = await browser.post('/me', { email: '', phone: '', language: 'nb', born: '1900-01-01' })
	expect(unknown.status).toBe(400)
})
