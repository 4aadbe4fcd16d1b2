import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { translator } from '#app/i18n/translate.ts'
import { formContextField, paths } from '#app/paths.ts'
import { webSession } from '#db/schema/index.ts'
import { fingerprintOf } from '#tests/faults/operations/fingerprint.ts'
import type { WebBrowser } from './browser.ts'
import { builtRoutes } from './built-routes.ts'
import { startWeb } from './web.ts'

// Every form of the build, sent as it was rendered for somebody else or at another prison.

const t = translator('nb')
const web = await startWeb()
const routes = await builtRoutes()
const open = ['public', 'facility-key']
const actions = routes
	.flatMap(({ path, action }) =>
		action === null || open.includes(action) ? [] : [{ path: path.replace(/:\w+/g, 'ABCDEFGH2345'), action }],
	)
	.map(({ path, action }) => ({ path, kind: action === 'visitor' ? ('visitor' as const) : ('officer' as const) }))
const titles = (['person', 'unknown'] as const).map((reason) => t(`form-mismatch.${reason}.title`))

let [kari, ola, nora, per]: WebBrowser[] = []
/** For each kind of form, the contexts that are not the sender's. */
let strange: Record<'visitor' | 'officer', Record<string, string | null>>
const sender = (kind: 'visitor' | 'officer') => present(kind === 'visitor' ? kari : nora)

beforeAll(async () => {
	kari = await web.signedIn('kari')
	ola = await web.signedIn('ola')
	nora = await web.signedIn('nora')
	per = await web.signedIn('per')
	const [karis, olas, noras, pers] = await Promise.all([
		kari.formContext('/me'),
		ola.formContext('/me'),
		nora.formContext('/staff'),
		per.formContext('/staff'),
	])
	await nora.post(paths.staff.facility(), { slug: 'hal' })
	const elsewhere = await nora.formContext('/staff')
	await nora.post(paths.staff.facility(), { slug: 'bjo' })
	expect(await nora.formContext('/staff')).toBe(noras)
	const none = { none: null, empty: '', madeUp: 'AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA' }
	strange = {
		visitor: { ...none, other: present(olas), officer: present(noras), personAlone: `${present(karis)}.` },
		officer: { ...none, other: present(pers), elsewhere: present(elsewhere), visitor: present(karis) },
	}
})

// A session that was used a minute ago is noted as used.
beforeEach(() => web.db.update(webSession).set({ seenAt: new Date() }))

const asData = (path: string) => path.replace(/^([^?]*)/, '$1.data')

const everything = async () => (await fingerprintOf(web.ownerUrl)).tables

/** As a form, and as a file where the form is sent as one. */
function bodiesOf(path: string, formContext: string | null): { path: string; body: URLSearchParams | FormData }[] {
	const fields: Record<string, string> = formContext === null ? {} : { [formContextField]: formContext }
	const file = new FormData()
	file.append('file', new Blob(['a;b\n']), 'register.csv')
	for (const [name, value] of Object.entries(fields)) file.append(name, value)
	const inAddress = formContext === null ? path : `${path}?${new URLSearchParams(fields)}`
	return [
		{ path, body: new URLSearchParams({ ...fields, step: 'do', slug: 'hal' }) },
		{ path: inAddress, body: file },
	]
}

test('there are forms of both kinds', () => {
	expect(actions.filter(({ kind }) => kind === 'visitor').length).toBeGreaterThan(10)
	expect(actions.filter(({ kind }) => kind === 'officer').length).toBeGreaterThan(10)
})

test.each(actions)('$path does nothing with a form that is not for who sends it', async ({ path, kind }) => {
	const before = await everything()
	for (const [whose, formContext] of Object.entries(strange[kind])) {
		for (const sent of bodiesOf(path, formContext)) {
			const answer = await sender(kind).postAsIs(sent.path, sent.body)
			const said = `${sent.path} with the context of ${whose}`
			expect(answer.status, said).toBe(409)
			const page = await answer.text()
			const title = whose === 'elsewhere' ? t('form-mismatch.facility.title', { openedFor: 'Halden' }) : null
			expect(title === null ? titles.some((one) => page.includes(one)) : page.includes(title), said).toBe(true)
			const data = await sender(kind).postAsIs(asData(sent.path), sent.body)
			expect(data.status, `${said}, as data`).toBe(409)
		}
	}
	expect(await everything()).toEqual(before)
})

test.each(actions)('$path takes the form of who sends it', async ({ path, kind }) => {
	const formContext = await sender(kind).formContext(path)
	for (const { path: address, body } of bodiesOf(path, formContext)) {
		const answer = await sender(kind).postAsIs(address, body)
		const page = await answer.text()
		expect(
			titles.find((title) => page.includes(title)),
			address,
		).toBeUndefined()
		if (kind === 'officer') await sender(kind).post(paths.staff.facility(), { slug: 'bjo' })
	}
})

describe('the forms of every page', () => {
	const pages = routes.filter(({ loader, path }) => loader !== null && !/[:*]/.test(path))
	const family = pages.filter(({ path }) => !path.startsWith('/staff'))
	const staff = pages.filter(({ path }) => path.startsWith('/staff'))

	test('are for whoever is shown them, whoever else is shown the same at the same time', {
		timeout: 60_000,
	}, async () => {
		const own = await Promise.all(
			[kari, ola, nora, per].map(async (browser, index) => ({
				browser: present(browser),
				pages: index < 2 ? family : staff,
				formContext: present(await present(browser).formContext(index < 2 ? '/me' : '/staff')),
			})),
		)
		const all = own.map(({ formContext }) => formContext)
		expect(new Set(all).size).toBe(4)
		let seen = 0
		for (const turn of [0, 1])
			for (const { path } of [...family, ...staff])
				await Promise.all(
					own.map(async ({ browser, pages, formContext }) => {
						if (!pages.some((page) => page.path === path)) return
						const html = await (await browser.get(path)).text()
						const others = all.filter((one) => one !== formContext)
						expect(
							others.filter((one) => html.includes(one)),
							`${path}, turn ${turn}`,
						).toEqual([])
						for (const form of formsIn(html)) {
							seen += 1
							if (!/action="[^"]*\/(sign-out|sign-in|language)[^"]*"/.test(form))
								expect(form, path).toContain(formContext)
						}
					}),
				)
		expect(seen).toBeGreaterThan(100)
	})

	test('carry nothing where nobody is signed in', async () => {
		const nobody = web.browser()
		for (const { path } of pages) {
			const html = await (await nobody.get(path)).text()
			expect(html, path).not.toContain(formContextField)
		}
	})
})

/** Each form that is posted, with the fields that stand beside it. */
function formsIn(html: string): string[] {
	const forms = [...html.matchAll(/<form\b[^>]*method="post"[^>]*>.*?<\/form>/gs)].map(([form]) => form)
	return forms.map((form) => {
		const [, id] = /^<form\b[^>]*\bid="([^"]+)"/.exec(form) ?? []
		return id === undefined
			? form
			: [form, ...(html.match(new RegExp(`<input[^>]*form="${id}"[^>]*>`, 'g')) ?? [])].join('')
	})
}

function present<T>(value: T | null | undefined): T {
	if (value === null || value === undefined) throw new Error('It is not there')
	return value
}
