import { desc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { audit, visitor } from '#db/schema/index.ts'
import { introduction, startWeb } from './web.ts'

const claims: Record<string, Record<string, unknown>> = {}
const web = await startWeb(undefined, claims)

const rowOf = async (subject: string) => (await web.db.select().from(visitor).where(eq(visitor.subject, subject)))[0]
const ignored = () => web.log.filter(({ msg }) => msg === 'claims ignored').map((line) => line.claims)
const number = '03029000122'
const typed = { ...introduction, 'born.day': '3', 'born.month': '2', 'born.year': '1990' }
const twelveYearsOld = { ...introduction, 'born.day': '1', 'born.month': '1', 'born.year': '2014' }

/** Somebody new whom the issuer calls by this subject, on the page that asks who they are. */
async function newcomer(subject: string, said: Record<string, unknown> = {}) {
	claims.kari = { sub: subject, pid: number, ...said }
	const browser = web.browser()
	expect((await browser.signIn('family', 'kari')).headers.get('location')).toBe('/welcome')
	return browser
}

async function forget(subject: string): Promise<void> {
	await web.db
		.update(visitor)
		.set({ issuer: null, subject: null, pidCipher: null, pidKeyId: null, pidIndex: null })
		.where(eq(visitor.subject, subject))
}

test.each<[string, unknown]>([
	['birthdate', '1991'],
	['birthdate', 19910203],
	['birthdate', '0000-02-03'],
	['email', ''],
	['email', 'bjørn@post.example'],
	['given_name', null],
])('an odd %s (%j) lets a newcomer and an officer in, and the log has its name alone', async (claim, value) => {
	const before = ignored().length
	await newcomer('odd', { [claim]: value })
	claims.nora = { [claim]: value }
	expect((await web.browser().signIn('staff', 'nora')).headers.get('location')).toBe('/staff')
	delete claims.nora
	await expect.poll(() => ignored().slice(before)).toEqual([[claim], [claim]])
	expect(JSON.stringify(web.log)).not.toContain('bjørn')
})

test('a token of any size lets a newcomer introduce themselves, and sign out', async () => {
	const browser = await newcomer('large', { zoneinfo: 'x'.repeat(9_000) })
	expect((await browser.get('/welcome')).status).toBe(200)
	expect((await browser.post('/welcome', typed)).headers.get('location')).toBe('/')
	expect((await browser.get('/me')).status).toBe(200)
	expect((await browser.post('/sign-out')).status).toBe(303)
	await forget('large')
})

test.each(['nb', 'nn', 'en'] as const)(
	'a date that neither number nor issuer has is refused at the field (%s)',
	async (locale) => {
		const browser = await newcomer('young')
		browser.setCookie('__Host-samvaer-language', locale)
		const answer = await browser.post('/welcome', twelveYearsOld)
		const page = await answer.text()
		expect(answer.status).toBe(400)
		expect(page).toContain('href="#welcome-born"')
		expect(page).toContain('value="2014"')
		const words = { nb: 'Datoen stemmer ikke', nn: 'Datoen stemmer ikkje', en: 'The date does not agree' }
		expect(page).toContain(words[locale])
		expect(await rowOf('young')).toBeUndefined()
		const [last] = await web.db.select().from(audit).orderBy(desc(audit.id)).limit(1)
		expect(last).toMatchObject({ action: 'visitor.register-refused', detail: { reason: 'birth-date-differs' } })
	},
)

test("another date than the issuer's claim is refused, whatever the number says", async () => {
	const browser = await newcomer('claimed', { pid: '43029000116', birthdate: '1985-06-07' })
	expect((await browser.post('/welcome', twelveYearsOld)).status).toBe(400)
	const right = { ...introduction, 'born.day': '7', 'born.month': '6', 'born.year': '1985' }
	expect((await browser.post('/welcome', right)).status).toBe(303)
	expect(await rowOf('claimed')).toMatchObject({ birthDateSource: 'issuer', birthDateComparison: 'matches' })
	await forget('claimed')
})

test('another date than that of a D-number is marked, not refused', async () => {
	const browser = await newcomer('d-number', { pid: '43029000116' })
	expect((await browser.post('/welcome', twelveYearsOld)).status).toBe(303)
	expect(await rowOf('d-number')).toMatchObject({
		birthDateSource: 'typed',
		birthDateComparison: 'differs',
		otherBirthDate: '1990-02-03',
	})
	await forget('d-number')
})

test('whoever is known is marked where a later claim differs, and let in', async () => {
	const browser = await newcomer('later')
	await browser.post('/welcome', typed)
	expect(await rowOf('later')).toMatchObject({ birthDateComparison: 'matches', nameComparison: 'not-compared' })
	claims.kari = { ...claims.kari, birthdate: '1991-02-03', given_name: 'Nina', family_name: 'Strand' }
	expect((await web.browser().signIn('family', 'kari')).headers.get('location')).toBe('/')
	const marked = { birthDateComparison: 'differs', otherBirthDate: '1991-02-03', nameComparison: 'differs' }
	expect(await rowOf('later')).toMatchObject(marked)
	const [row] = await web.db.select().from(audit).where(eq(audit.action, 'visitor.compare'))
	expect(row?.detail).toEqual({ birthDate: 'differs', name: 'differs' })
	claims.kari = { ...claims.kari, birthdate: undefined, given_name: 'Kari', family_name: 'Prøve' }
	await web.browser().signIn('family', 'kari')
	expect(await rowOf('later')).toMatchObject({ birthDateComparison: 'matches', nameComparison: 'matches' })
	await forget('later')
})

test("a newcomer's cookie signs in once: not again elsewhere, and not after signing out", async () => {
	const browser = await newcomer('once')
	const cookie = browser.cookie('__Host-samvaer-welcome') ?? ''
	// The same form pressed twice is one introduction.
	const answers = await Promise.all([browser.post('/welcome', typed), browser.post('/welcome', typed)])
	expect(answers.map(({ status }) => status)).toEqual([303, 303])
	expect(await web.db.select().from(visitor).where(eq(visitor.subject, 'once'))).toHaveLength(1)
	await browser.post('/sign-out')
	await web.db.$client`update newcomer set used_at = used_at - interval '11 seconds'`
	const elsewhere = web.browser()
	elsewhere.setCookie('__Host-samvaer-welcome', cookie)
	expect((await elsewhere.get('/welcome')).headers.get('location')).toBe('/sign-in')
	expect((await elsewhere.post('/welcome', typed)).headers.get('location')).toBe('/sign-in')
	expect(elsewhere.cookie('__Host-samvaer')).toBeNull()
})

test('however a callback is spelled it counts, and one with nothing under way leaves no row in the trail', async () => {
	const rows = async () => (await web.db.select().from(audit).where(eq(audit.action, 'sign-in.refuse'))).length
	const before = await rows()
	const spellings = [
		'/sign-in/callback',
		'/Sign-in/callback',
		'/sign-in/CALLBACK',
		'/sign%2din/callback',
		'/STAFF/sign-in/callback',
	]
	for (let round = 0; round < 61; round++)
		await Promise.all(spellings.map((path) => fetch(`${web.origin}${path}?state=x`)))
	const statuses = await Promise.all(spellings.map(async (path) => (await fetch(`${web.origin}${path}`)).status))
	expect(statuses).toEqual(spellings.map(() => 429))
	expect((await web.browser().post('/Sign-In')).status).toBe(429)
	expect(await rows()).toBe(before)
})
