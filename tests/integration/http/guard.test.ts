import { expect, test } from 'vitest'
import type { WebBrowser } from './browser.ts'
import { builtRoutes } from './built-routes.ts'
import { startWeb } from './web.ts'

const web = await startWeb()
const routes = await builtRoutes()

/** Every page of the build that has no parameters in its address, with who may see it. */
const pages = routes.filter(({ loader, path }) => loader !== null && !path.includes(':') && !path.includes('*'))
const visitorPages = pages.filter(({ loader }) => loader === 'visitor')
const officerPages = pages.filter(({ loader }) => loader !== 'visitor' && loader !== 'public')

const nobody = web.browser()
const kari = await web.signedIn('kari')
const nora = await web.signedIn('nora')

/** What the browser is answered: as a document, as data, and as the data of one route alone. */
async function answers(browser: WebBrowser, { id, path }: { id: string; path: string }): Promise<Response[]> {
	const dataPath = path === '/' ? '/_root.data' : `${path}.data`
	return Promise.all([
		browser.get(path),
		browser.get(dataPath),
		browser.get(`${dataPath}?_routes=${encodeURIComponent(id)}`),
	])
}

test('there are pages of both kinds to be guarded', () => {
	expect(visitorPages.map(({ path }) => path)).toContain('/me')
	expect(officerPages.map(({ path }) => path)).toContain('/staff')
})

test.each(visitorPages)('$path is for signed-in visitors only', async (page) => {
	for (const browser of [nobody, nora]) {
		const [document, data, alone] = await answers(browser, page)
		expect([document?.status, document?.headers.get('location')?.split('?')[0]]).toEqual([303, '/sign-in'])
		for (const answer of [data, alone]) {
			expect(answer?.status).toBe(202)
			expect(await answer?.text()).toMatch(/SingleFetchRedirect.*\/sign-in\?to=/s)
		}
	}
})

test.each(officerPages)('$path is for signed-in officers only', async (page) => {
	for (const browser of [nobody, kari]) {
		const [document, data, alone] = await answers(browser, page)
		expect([document?.status, document?.headers.get('location')?.split('?')[0]]).toEqual([303, '/staff/sign-in'])
		for (const answer of [data, alone]) {
			expect(answer?.status).toBe(202)
			expect(await answer?.text()).toMatch(/SingleFetchRedirect.*\/staff\/sign-in\?to=/s)
		}
	}
})

test('an action is guarded by itself, as a document and as data', async () => {
	for (const path of ['/me', '/me.data']) {
		const answer = await nobody.post(path, { email: 'x@example.no', phone: '', language: 'nb' })
		expect([303, 202]).toContain(answer.status)
		expect(answer.status === 303 ? answer.headers.get('location') : await answer.text()).toContain('/sign-in?to=%2Fme')
	}
	for (const path of ['/staff/facility', '/staff/facility.data']) {
		const answer = await kari.post(path, { slug: 'hal' })
		expect([303, 202]).toContain(answer.status)
		expect(answer.status === 303 ? answer.headers.get('location') : await answer.text()).toContain('/staff/sign-in?to=')
	}
})

test.each([
	'/STAFF',
	'/Staff/Facility',
	'/staff/',
	'/staff.DATA',
	'/%73taff',
	'/staff/./facility',
	'/staff%2ffacility',
	'/staff;x=1',
	'/staff//facility',
	'//staff',
	'/./staff',
	'/visits/../staff',
	'/staff/%2e%2e/staff',
	'/staff\\facility',
	'/staff%00',
	'/staff.data.data',
	'/staff?_data=routes%2Fstaff',
	'/staff?index&_data=routes%2Fstaff._index',
])("%s shows a stranger nothing of the staff's", async (path) => {
	const answer = await fetch(`${web.origin}${path}`, { redirect: 'manual' })
	expect([202, 303, 400, 404]).toContain(answer.status)
	expect(await answer.text()).not.toMatch(/Nora|Halden|Bjørgvin|Innsjekk/)
})

test('someone who was sent to sign in comes back to the page that was asked for', async () => {
	const answer = await nobody.get('/staff/facility?x=1')
	expect(answer.headers.get('location')).toBe(`/staff/sign-in?to=${encodeURIComponent('/staff/facility?x=1')}`)
	const form = await (await nobody.get(answer.headers.get('location') ?? '')).text()
	expect(form).toContain('value="/staff/facility?x=1"')
})

test('a page that is not there is not there for anyone', async () => {
	for (const browser of [nobody, kari, nora]) {
		for (const path of ['/nowhere', '/me/nowhere']) {
			const answer = await browser.get(path)
			expect(answer.status).toBe(404)
			expect(await answer.text()).toContain('Vi finner ikke siden')
		}
	}
	expect((await nobody.post('/help', {})).status).toBe(405)
})

test('a stranger does not learn which staff pages there are', async () => {
	expect((await kari.get('/staff/nowhere')).headers.get('location')).toBe('/staff/sign-in?to=%2Fstaff%2Fnowhere')
	const page = await nora.get('/staff/nowhere')
	expect(page.status).toBe(404)
	expect(await page.text()).toContain('Nora Vakt')
})
