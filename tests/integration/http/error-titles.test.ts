import { beforeAll, expect, test } from 'vitest'
import { readConfig } from '#app/config.server.ts'
import { formContextField, paths } from '#app/paths.ts'
import { formContextOf } from '#app/services/identity/form-context.server.ts'
import { addOfficer, addVisitor } from '#sandbox/seeds/rows.ts'
import { openWebSession } from '#tests/support/web-sessions.ts'
import { gateAndCaseActs } from './access/gate-and-case-acts.ts'
import { acts, type Cast } from './acts.ts'
import type { WebBrowser } from './browser.ts'
import { startWebWithPayments } from './web-with-payments.ts'

const web = await startWebWithPayments()
let cast: Cast
let contexts: { kari: string; nora: string }

beforeAll(async () => {
	const { facilities, officers, db } = web
	const kariId = await addVisitor(db, { givenName: 'Kari', familyName: 'Prøve' })
	const facilityId = facilities.hal
	const officerId = await addOfficer(db, {
		...{ name: 'Alt', issuer: web.identity.staff.issuer, subject: 'ukjent' },
		roles: (['visit-officer', 'screening-officer', 'decision-maker', 'finance', 'admin'] as const).map((role) => ({
			...{ facilityId, role },
		})),
	})
	const [kari, nora] = [web.browser(), web.browser()]
	const open = async (browser: WebBrowser, who: Parameters<typeof openWebSession>[1], issuer: string) => {
		const { name, value } = await openWebSession(db, who, { issuer, subject: 'titles' })
		browser.setCookie(name, value)
	}
	await open(kari, { visitorId: kariId }, web.identity.family.issuer)
	await open(nora, { officerId, facilityId }, web.identity.staff.issuer)
	const keys = readConfig(web.env)
	contexts = {
		kari: formContextOf({ kind: 'visitor', visitorId: kariId }, keys),
		nora: formContextOf({ kind: 'officer', officerId, facilityId }, keys),
	}
	cast = { db, facilityId, kariId, perId: officers.per, kari, nora }
})

const titleOf = (page: string) => /<title>([^<]*)<\/title>/.exec(page)?.[1] ?? ''
/** What a page shows that asks for something to be put right on it. */
const errors = /class="ds-error-summary|class="ds-validation-message|aria-invalid="true"/

test('the title of a page with errors begins by saying so, whichever form it has', async () => {
	const seen: string[] = []
	for (const [name, make] of Object.entries({ ...acts, ...gateAndCaseActs })) {
		const { by, path, form } = await make(cast)
		const step = form.step === undefined ? {} : { step: form.step }
		const body = new URLSearchParams({ ...step, [formContextField]: contexts[by] })
		const answer = await cast[by].postAsIs(path, body)
		const page = await answer.text()
		if (!errors.test(page)) continue
		seen.push(name)
		expect([name, titleOf(page)]).toEqual([name, expect.stringMatching(/^Feil: /)])
	}
	expect(seen.length).toBeGreaterThan(8)
})

test.each([
	['nb', 'Feil: '],
	['nn', 'Feil: '],
	['en', 'Error: '],
])('in %s it begins with %s, and without errors it does not', async (locale, word) => {
	await cast.kari.postAsIs(paths.language(), new URLSearchParams({ locale, to: '/me' }))
	const wrong = await cast.kari.post(paths.me(), { email: 'x', phone: '', language: locale })
	expect([wrong.status, titleOf(await wrong.text())]).toEqual([400, expect.stringMatching(`^${word}`)])
	expect(titleOf(await (await cast.kari.get(paths.me())).text())).not.toContain(word)
})

test('a search that is not made, and a page that is not there', async () => {
	const search = await cast.nora.get(paths.staff.search({ q: 'x' }))
	expect([search.status, titleOf(await search.text())]).toEqual([400, expect.stringMatching(/^Feil: /)])
	const gone = await cast.kari.get('/visits/K7QM4TXW29AB')
	expect([gone.status, titleOf(await gone.text())]).toEqual([404, expect.not.stringContaining('Feil')])
})
