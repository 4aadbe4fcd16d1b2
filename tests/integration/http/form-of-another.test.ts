import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { type CookieName, cookies } from '#app/http/cookies.server.ts'
import { translator } from '#app/i18n/translate.ts'
import { formContextField, paths } from '#app/paths.ts'
import { closure, officerRole, visitor } from '#db/schema/index.ts'
import type { WebBrowser } from './browser.ts'
import { introduction, olasIntroduction, type PersonId, startWeb } from './web.ts'

// One browser, two tabs: what was opened in the one is sent after the other has signed somebody else in, or gone elsewhere.

const t = translator('nb')
const web = await startWeb()
const visitors = () => web.db.select().from(visitor)
const emails = async () => (await visitors()).map(({ email }) => email).sort()
const contact = (email: string) => ({ email, phone: '', language: 'nb' })

/** The context that a page's forms carry for whoever has it open. */
async function opened(browser: WebBrowser, path: string): Promise<{ [formContextField]: string }> {
	return { [formContextField]: (await browser.formContext(path)) ?? 'none' }
}

/** Somebody else signs in in this browser; the issuer has forgotten whoever it was before. */
async function changePerson(browser: WebBrowser, person: PersonId): Promise<void> {
	const isOfficer = person === 'nora' || person === 'per'
	await browser.post(isOfficer ? paths.staff.signOut() : paths.signOut())
	takeCookie(browser, isOfficer ? cookies.staff : cookies.family, await web.signedIn(person))
}

function takeCookie(into: WebBrowser, name: CookieName, from: WebBrowser): void {
	into.setCookie(name, from.cookie(name) ?? '')
}

test('who introduces herself does not become whoever signed in after her', async () => {
	const [browser, another] = [web.browser(), web.browser()]
	await browser.signIn('family', 'kari')
	const hers = await opened(browser, paths.welcome())
	await another.signIn('family', 'ola')
	takeCookie(browser, cookies.newcomer, another)
	const answer = await browser.post(paths.welcome(), { ...introduction, ...hers })
	expect(answer.status).toBe(409)
	expect(await answer.text()).toContain(t('form-mismatch.person.title'))
	expect(await visitors()).toEqual([])
	expect((await browser.post(paths.welcome(), olasIntroduction)).status).toBe(303)
	expect(await visitors()).toHaveLength(1)
})

describe('a shared phone', () => {
	let phone: WebBrowser
	let karis: { [formContextField]: string }
	beforeAll(async () => {
		phone = web.browser()
		await changePerson(phone, 'kari')
		karis = await opened(phone, paths.me())
		await phone.post(paths.me(), contact('kari@example.no'))
		await changePerson(phone, 'ola')
		await phone.post(paths.me(), contact('ola@example.no'))
	})

	test('saves nothing of the one on the other, and names neither', async () => {
		const before = await emails()
		for (const [path, form] of [
			[paths.me(), contact('kari.ny@example.no')],
			[
				paths.children(),
				{ givenName: 'Jo', familyName: 'Prøve', 'born.day': '1', 'born.month': '2', 'born.year': '2020' },
			],
		] as const) {
			const answer = await phone.post(path, { ...form, ...karis })
			expect(answer.status).toBe(409)
			const page = await answer.text()
			expect(page).toContain(t('form-mismatch.person.title'))
			expect(page).toMatch(/<form[^>]*action="\/sign-out"/)
			expect(page).not.toMatch(/kari|ola|Prøve|example\.no/i)
		}
		expect(await emails()).toEqual(before)
	})

	test('leaves a line in the log that says what it was, and nobody’s name', async () => {
		const lines = () => web.log.filter(({ reason }) => reason === 'form-context-person')
		await expect.poll(lines, { timeout: 10_000 }).not.toEqual([])
		for (const line of lines()) expect(Object.keys(line).sort()).toEqual(fieldsOfLine)
	})

	test('writes to nobody in the language that the other chose', async () => {
		const languages = async () => (await visitors()).map(({ language }) => language)
		const before = await languages()
		const answer = await phone.post(paths.language(), { locale: 'en', to: '/', ...karis })
		expect(answer.status).toBe(303)
		expect(phone.cookie(cookies.language)).toBe('en')
		expect(await languages()).toEqual(before)
		await phone.post(paths.language(), { locale: 'en', to: '/' })
		expect((await languages()).filter((language) => language === 'en')).toHaveLength(1)
		await phone.post(paths.language(), { locale: 'nb', to: '/' })
	})

	test('signs out whoever presses it, on whosever page', async () => {
		expect((await phone.post(paths.signOut(), karis)).status).toBe(303)
		expect(phone.cookie(cookies.family)).toBeNull()
		await changePerson(phone, 'ola')
		expect((await phone.postAsIs(paths.signOut(), new URLSearchParams())).status).toBe(303)
		expect(phone.cookie(cookies.family)).toBeNull()
	})

	test('takes the form again once its own person is back', async () => {
		await changePerson(phone, 'kari')
		expect((await phone.post(paths.me(), { ...contact('kari.igjen@example.no'), ...karis })).status).toBe(303)
		expect(await emails()).toContain('kari.igjen@example.no')
	})
})

describe('an officer of two prisons', () => {
	const plan = `${paths.staff.newClosure()}?what=facility&from=2026-12-13&to=2026-12-13`
	const closures = () => web.db.select().from(closure)
	const choose = (browser: WebBrowser, slug: string, to?: string) =>
		browser.post(paths.staff.facility(), to === undefined ? { slug } : { slug, to })

	test('closes nothing in the one with the form of the other, reads why, and goes back to what was typed', async () => {
		const nora = await web.signedIn('nora')
		await choose(nora, 'hal')
		const atHalden = await opened(nora, plan)
		await choose(nora, 'bjo')
		const answer = await nora.post(plan, { reason: 'Vannlekkasje', ...atHalden })
		expect(answer.status).toBe(409)
		const page = await answer.text()
		expect(page).toContain(t('form-mismatch.facility.title', { openedFor: 'Halden' }))
		expect(page).toContain(t('form-mismatch.facility.text', { here: 'Bjørgvin' }))
		expect(page).toContain('name="slug" value="hal"')
		expect(page).toContain(`name="to" value="${plan.replaceAll('&', '&amp;')}"`)
		expect(await closures()).toEqual([])

		const back = await choose(nora, 'hal', plan)
		expect([back.status, back.headers.get('location')]).toEqual([303, plan])
		const kept = await (await nora.get(plan)).text()
		expect(kept).toContain('value="Vannlekkasje"')
		expect(kept).toContain(t('form-mismatch.kept'))
		expect(await (await nora.get(plan)).text()).not.toContain('Vannlekkasje')
		expect((await nora.post(plan, { reason: 'Vannlekkasje', ...atHalden })).status).toBe(303)
		expect(await closures()).toMatchObject([{ facilityId: web.facilities.hal }])
	})

	test('is sent on to a page of the officers’ only', async () => {
		const nora = await web.signedIn('nora')
		for (const to of ['https://elsewhere.example/', '//elsewhere.example', paths.me(), paths.staff.signOut()])
			expect((await choose(nora, 'hal', to)).headers.get('location'), to).toBe(paths.staff.today())
	})

	test('stays where she works when she signs in again, and so do her forms', async () => {
		const nora = await web.signedIn('nora')
		const first = await opened(nora, paths.staff.today())
		await choose(nora, 'hal')
		const before = await opened(nora, paths.staff.today())
		expect(before).not.toEqual(first)
		await nora.signIn('staff', 'nora')
		expect(await opened(nora, paths.staff.today())).toEqual(before)
		takeCookie(nora, cookies.staff, await web.signedIn('per'))
		await nora.signIn('staff', 'nora')
		expect(await opened(nora, paths.staff.today())).toEqual(first)
	})

	test('closes nothing under a colleague’s name', async () => {
		const desk = await web.signedIn('nora')
		await choose(desk, 'hal')
		const noras = await opened(desk, plan)
		await changePerson(desk, 'per')
		const before = await closures()
		const answer = await desk.post(plan, { reason: 'Vannlekkasje', ...noras })
		expect(answer.status).toBe(409)
		const page = await answer.text()
		expect(page).toContain(t('form-mismatch.person.title'))
		expect(page).not.toMatch(/Nora|Vannlekkasje/)
		expect(desk.cookie(cookies.typed)).toBeNull()
		expect(await closures()).toEqual(before)
	})

	test('is told so where the role in the form’s prison is gone', async () => {
		const nora = await web.signedIn('nora')
		await choose(nora, 'hal')
		const atHalden = await opened(nora, plan)
		const isHers = and(eq(officerRole.officerId, web.officers.nora), eq(officerRole.facilityId, web.facilities.hal))
		const taken = await web.db.delete(officerRole).where(isHers).returning()
		const answer = await nora.post(plan, { reason: 'Vannlekkasje', ...atHalden })
		await web.db.insert(officerRole).values(taken)
		expect(answer.status).toBe(409)
		const page = await answer.text()
		expect(page).toContain(t('form-mismatch.no-role.title'))
		expect(page).not.toContain('Halden')
	})
})

const fieldsOfLine = ['level', 'msg', 'name', 'reason', 'requestId', 'time']
