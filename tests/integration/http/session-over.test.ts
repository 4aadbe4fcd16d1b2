import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { cookies } from '#app/http/cookies.server.ts'
import { formContextField, paths } from '#app/paths.ts'
import { officerRole, visitor, webSession } from '#db/schema/index.ts'
import { acts, type Cast } from './acts.ts'
import type { WebBrowser } from './browser.ts'
import { startWeb } from './web.ts'

// Whoever has written, and presses the button when the session is over, finds it written there after signing in again.

const web = await startWeb()
let cast: Cast
/** Another of each kind, on the same computer. */
let others: Record<'kari' | 'nora', WebBrowser>
beforeAll(async () => {
	const { hal } = web.facilities
	await web.db.insert(officerRole).values([
		{ officerId: web.officers.nora, facilityId: hal, role: 'finance' },
		{ officerId: web.officers.nora, facilityId: hal, role: 'decision-maker' },
	])
	const kari = await web.signedIn('kari')
	const [row] = await web.db.select().from(visitor)
	const nora = await web.signedIn('nora')
	await nora.post(paths.staff.facility(), { slug: 'hal' })
	cast = { db: web.db, facilityId: hal, kariId: row?.id ?? '', perId: web.officers.per, kari, nora }
	others = { kari: await web.signedIn('ola'), nora: await web.signedIn('per') }
})
beforeEach(() => web.db.update(webSession).set({ authenticatedAt: new Date() }))

/** Every form of the build with something to write in it, by its action. */
const written = [
	'routes/_family.applications_.new',
	'routes/_family.children._index',
	'routes/_family.me._index',
	'routes/_family.waiting-list._index#make',
	'routes/staff.applications.$ref#link',
	'routes/staff.bookings.$ref#decline',
	'routes/staff.bookings.$ref#cancel',
	'routes/staff.check-in#correct',
	'routes/staff.check-in#turn-away',
	'routes/staff.closures.new',
	'routes/staff.funds.$ref._index#hold',
	'routes/staff.funds.$ref.refund',
	'routes/staff.reviews.$ref#cancelled',
]

const sessionOf = { kari: cookies.family, nora: cookies.staff } as const

async function opened(browser: WebBrowser, path: string): Promise<string> {
	return (await browser.get(path)).text()
}

/** The names of what can be written in the form that this act sends, or in the only one of the page. */
function writable(page: string, { step }: Record<string, string>): string[] {
	const forms = page
		.split('<form')
		.filter((form) => form.includes('method="post"'))
		.map((form) => ({ form, names: [...form.matchAll(control)].map(([, name = '']) => name) }))
		.filter(({ names }) => names.length > 0)
	return (forms.find(({ form }) => form.includes(`name="step" value="${step}"`)) ?? forms[0])?.names ?? []
}

const control = /<(?:textarea|input)(?=[^>]*\s(?:rows|type="(?:text|email|tel)"))[^>]*\sname="([^"]+)"/g

describe.each(written)('%s', (name) => {
	test('what was written stands there once more, for the same person alone', async () => {
		const make = acts[name]
		if (!make) throw new Error(`There is no act ${name}`)
		const { by, path, form } = await make(cast)
		const browser = cast[by]
		const names = writable(await opened(browser, path), form)
		expect(names).not.toEqual([])
		const texts = Object.fromEntries(
			names.map((field, n) => [field, field.includes('.') ? `${n + 1}` : `Kladd ${n} «æ»`]),
		)
		const context = (await browser.formContext(path)) ?? ''
		const token = browser.cookie(sessionOf[by]) ?? ''

		onTestFinished(() => browser.setCookie(sessionOf[by], token))
		browser.setCookie(sessionOf[by], 'over')
		const answer = await browser.postAsIs(path, new URLSearchParams({ ...form, ...texts, [formContextField]: context }))
		const to = new URL(answer.headers.get('location') ?? '', web.origin).searchParams.get('to') ?? ''
		expect([answer.status, to.split('?')[0]]).toEqual([303, path.split('?')[0]])
		const stashed = browser.cookie(cookies.typed) ?? ''
		expect(Buffer.from(stashed, 'base64url').toString()).not.toContain('Kladd')

		const other = others[by]
		other.setCookie(cookies.typed, stashed)
		expect(await opened(other, to), 'to another').not.toContain('Kladd')

		browser.setCookie(sessionOf[by], token)
		const again = await opened(browser, to)
		for (const text of Object.values(texts)) expect(again).toMatch(new RegExp(`(value="|<textarea[^>]*>)${text}["<]`))
		expect(browser.cookie(cookies.typed)).toBeNull()
		expect(await opened(browser, to), 'a second time').not.toContain('Kladd')
	})
})
