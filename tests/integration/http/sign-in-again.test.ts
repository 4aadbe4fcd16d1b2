import { expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { signIn } from '#db/schema/index.ts'
import type { WebBrowser } from './browser.ts'
import { startWeb } from './web.ts'

// Somebody followed a letter's link to a page, and their sign-in came to nothing: the next one leads to that page all the same.

const web = await startWeb()

interface Side {
	kind: 'family' | 'staff'
	person: string
	to: string
	back: (to: string) => string
}

const family: Side = { kind: 'family', person: 'kari', to: '/visits/23456789ABCD/pass', back: paths.signIn }
const staff: Side = {
	...{ kind: 'staff', person: 'nora', to: '/staff/search?q=Nordmann&reason=enquiry' },
	back: (to) => paths.staff.signIn(to),
}

/** Where the page's button to try again leads. */
async function tryAgain(browser: WebBrowser, callback: string): Promise<[number, string | undefined]> {
	const answer = await browser.get(callback)
	const page = await answer.text()
	return [answer.status, /href="(\/(?:staff\/)?sign-in[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')]
}

test.each([family, staff])('turned back, too late, without its cookie, in another browser: $kind', async (side) => {
	const { kind, person, to, back } = side
	const again = [400, back(to)]
	const browser = web.browser()
	expect(await tryAgain(browser, await browser.callback(kind, '', {}, { to }))).toEqual(again)

	const late = await browser.callback(kind, person, {}, { to })
	await web.db.update(signIn).set({ expiresAt: new Date(0) })
	expect(await tryAgain(browser, late)).toEqual(again)

	const callback = await browser.callback(kind, person, {}, { to })
	expect(await tryAgain(web.browser(), callback)).toEqual(again)
	// In the browser that asked it still serves, and once more it leads to the page, signed in already.
	expect((await browser.get(callback)).headers.get('location')).toBe(kind === 'family' ? paths.welcome() : to)
	if (kind === 'staff') expect((await browser.get(callback)).headers.get('location')).toBe(to)
})

test('two tabs that sign in at once each come to the page that they asked for', async () => {
	const browser = await web.signedIn('kari')
	const one = await browser.callback('family', 'kari', {}, { to: '/visits' })
	const other = await browser.callback('family', 'kari', {}, { to: '/phone' })
	expect((await browser.get(other)).headers.get('location')).toBe('/phone')
	// The issuer takes back the code of the first when it gives the second.
	const [status, again = ''] = await tryAgain(browser, one)
	expect([status, again]).toEqual([400, paths.signIn('/visits')])
	expect((await browser.get(again)).headers.get('location')).toBe('/visits')
	expect((await browser.get(one)).headers.get('location')).toBe('/visits')
})

test('a state that is not ours names no page, and what is asked for cannot be read in it', async () => {
	const browser = web.browser()
	const { to } = family
	const callback = new URL(await browser.callback('family', 'kari', {}, { to }))
	const state = callback.searchParams.get('state') ?? ''
	expect(Buffer.from(state, 'base64url').toString('latin1')).not.toContain('visits')
	expect(state).not.toContain('visits')
	const [random, sealed = ''] = state.split('~')
	const forged = [
		`${random}~${sealed.slice(0, -4)}AAAA`,
		random,
		`~${Buffer.from('/visits').toString('base64url')}`,
		'~',
		'x',
	]
	for (const other of forged) {
		callback.searchParams.set('state', other ?? '')
		expect(await tryAgain(browser, callback.href)).toEqual([400, '/sign-in'])
	}
	const theirs = new URL(await browser.callback('family', 'kari', {}, { to }))
	const elsewhere = theirs.href.replace('/sign-in/callback', '/staff/sign-in/callback')
	expect(await tryAgain(browser, elsewhere)).toEqual([400, '/staff/sign-in'])
})
