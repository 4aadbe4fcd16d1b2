import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { translator } from '#app/i18n/translate.ts'
import { application, visitor } from '#db/schema/index.ts'
import { introduction, startWeb } from './web.ts'

const web = await startWeb()
const kari = await web.signedIn('kari')
const t = translator('nb')

const child = (givenName: string, more: Record<string, string> = {}) =>
	kari.post('/children', {
		...{ idempotencyKey: randomUUID(), givenName, familyName: 'Strand' },
		...{ 'born.day': '1', 'born.month': '2', 'born.year': '2019' },
		...more,
	})
const given = async () => (await web.db.select().from(visitor).orderBy(visitor.id)).map((one) => one.givenName)

const signs = { fit: ["'Abd al-Rahman", 'Anne\u2011Marie', 'Áilu', 'Maja (Lill)', 'Ida/Eva'] }

test.each([
	'Emma\u202eakinoM',
	'12345',
	'Emma\r\nMor: ukjent',
	'\u{1F476}',
	'<b>E</b>',
	'\u200b',
	'Ola\tNordmann',
	'=cmd',
	'-',
])('%j is no name of a child, nor of the one to visit, and says so at the field', async (name) => {
	const answer = await child(name)
	const page = await answer.text()
	expect([answer.status, page.includes('href="#child-givenName"')]).toEqual([400, true])
	const asked = await kari.post('/applications/new', {
		...{ idempotencyKey: randomUUID(), visitor: 'x', number: 'F-1001', relationship: 'friend', name },
	})
	const apply = await asked.text()
	expect([asked.status, apply.includes('-name">')]).toEqual([400, true])
	expect(await given()).toEqual(['Kari'])
})

test('names are kept as people have them, one alone as the given name', async () => {
	for (const name of signs.fit) expect([name, (await child(name)).status]).toEqual([name, 303])
	expect((await child('Suharto', { familyName: '' })).status).toBe(303)
	expect(await given()).toEqual(['Kari', ...signs.fit, 'Suharto'])
	const page = await (await kari.get('/children')).text()
	expect(page).toMatch(/>Suharto</)
	const [row] = await web.db.select().from(visitor).where(eq(visitor.givenName, 'Áilu'))
	expect(row?.foldedName).toBe('ailu strand')
})

test('a child whose name folds to that of another, born on the same day, is said to be so', async () => {
	expect((await child('Åge')).status).toBe(303)
	const before = await given()
	// Sent again, it is the same child.
	expect((await child('Åge')).status).toBe(303)
	expect(await given()).toEqual(before)
	const alike = await child('Aage')
	const page = await alike.text()
	expect([alike.status, page.includes(t('visitors.children.error.alike', { name: 'Åge Strand' }))]).toEqual([400, true])
	expect(page).toContain('name="another"')
	expect(await given()).toEqual(before)
	expect((await child('Aage', { another: 'on' })).status).toBe(303)
	expect(await given()).toEqual([...before, 'Aage'])
	// Nor are two of another day alike.
	expect((await child('Aåge', { 'born.day': '2' })).status).toBe(303)
})

test.each([
	['24', '11', '26'],
	['1e0', '1', '2019'],
	['0x1', '1', '2019'],
	['1.0', '1', '2019'],
	['31', '2', '2019'],
	['1', '1', '0x7E3'],
	['1', '1', '2019.0'],
	['1', '1', '0019'],
	['-1', '1', '2019'],
	['١', '1', '2019'],
])('%s %s %s is no birth date', async (day, month, year) => {
	const answer = await child('Dag', { 'born.day': day, 'born.month': month, 'born.year': year })
	expect(answer.status).toBe(400)
	expect(await answer.text()).toContain('href="#child-born')
})

test('an address keeps its domain in ASCII and is shown as it was typed, a number in E.164 and in groups', async () => {
	const saved = await kari.post('/me', { email: 'kari@blåbær.no', phone: '(0)47\u00a0912\u201134 567', language: 'nb' })
	expect(saved.status).toBe(303)
	const [row] = await web.db.select().from(visitor).where(eq(visitor.givenName, 'Kari'))
	expect([row?.email, row?.phone]).toEqual(['kari@xn--blbr-roah.no', '+4791234567'])
	const page = await (await kari.get('/me')).text()
	expect(page).toContain('value="kari@blåbær.no"')
	expect(page).toContain('value="+47 912 34 567"')
	// A browser that knows `email` would write the domain in ASCII by itself.
	expect(page).not.toContain('type="email"')
})

test('an address that we cannot send to is refused in words, and stays as it was typed', async () => {
	const answer = await kari.post('/me', { email: 'bjørn@blåbær.no', phone: '00000000', language: 'nb' })
	const page = await answer.text()
	expect(answer.status).toBe(400)
	expect(page).toContain(t('errors.form.email-letters'))
	expect(page).toContain(t('errors.form.phone'))
	expect(page).toContain('value="bjørn@blåbær.no"')
})

test('who comes for the first time may have one name, and none of signs alone', async () => {
	const ola = web.browser()
	await ola.signIn('family', 'ola')
	const born = { 'born.day': '3', 'born.month': '5', 'born.year': '1990' }
	for (const wrong of ['-', '12', 'Ola\u202e']) {
		const refused = await ola.post('/welcome', { ...introduction, ...born, givenName: wrong })
		expect([wrong, refused.status]).toEqual([wrong, 400])
	}
	const answer = await ola.post('/welcome', { ...introduction, ...born, givenName: "'t Hart", familyName: '' })
	expect(answer.status).toBe(303)
	expect(await given()).toContain("'t Hart")
	expect((await ola.get('/me')).status).toBe(200)
})

test('an application keeps what was typed of a name', async () => {
	const form = await (await kari.get('/applications/new')).text()
	const [, me = ''] = /name="visitor"[^>]*value="([^"]+)"/.exec(form) ?? []
	const answer = await kari.post('/applications/new', {
		...{
			idempotencyKey: randomUUID(),
			visitor: me,
			number: 'f\u20131001 ',
			relationship: 'friend',
			name: 'Kari Olsen (Berg)',
		},
	})
	expect(answer.status).toBe(303)
	const rows = await web.db.select().from(application)
	expect(rows.map((one) => [one.typedNumber, one.typedName])).toEqual([['F-1001', 'Kari Olsen (Berg)']])
})
