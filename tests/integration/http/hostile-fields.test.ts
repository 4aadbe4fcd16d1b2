import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { newRef } from '#db/ids.ts'
import { booking, visitor } from '#db/schema/index.ts'
import { addOfficer, addPermit, addPrisoner, addRoom } from '#sandbox/seeds/rows.ts'
import { makeBooking, makeSession } from '../messages/fixture.ts'
import type { WebBrowser } from './browser.ts'
import { builtRoutes } from './built-routes.ts'
import { hostileForms, hostileValues } from './hostile-fields.ts'
import { costOf } from './processor-cost.ts'
import { startWeb } from './web.ts'

const web = await startWeb()
const routes = await builtRoutes()

/** An officer who may do everything, so that no form is turned away before it is read. */
await addOfficer(web.db, {
	name: 'Alt',
	issuer: web.identity.staff.issuer,
	subject: 'ukjent',
	roles: (['visit-officer', 'screening-officer', 'decision-maker', 'finance', 'admin'] as const).map((role) => ({
		facilityId: web.facilities.hal,
		role,
	})),
})
const family = await web.signedIn('kari')
const officer = await web.signedIn('ukjent')
const newcomer = web.browser()
await newcomer.signIn('family', 'ola')
const { ref, permit, me, room, stay } = await someVisits()

/** A visit and a stay of Kari's, both to come, and a room that she may ask for. */
async function someVisits() {
	const [row] = await web.db.select().from(visitor)
	if (!row) throw new Error('Kari is not there')
	const facilityId = web.facilities.hal
	const startsAt = new Date(Date.now() + 10 * 86_400_000)
	const house = { facilityId, sessionId: randomUUID(), startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }
	await makeSession(web.db, house)
	const prisonerId = await addPrisoner(web.db, { number: 'P-1', facilityId })
	const permitRef = newRef()
	await addPermit(web.db, { visitorId: row.id, prisonerId, ref: permitRef })
	const visit = await makeBooking(web.db, house, [row.id])
	const roomRef = newRef()
	const roomId = await addRoom(web.db, { facilityId, name: 'Hytta', ref: roomRef })
	const later = {
		startsAt: new Date(startsAt.getTime() + 86_400_000),
		endsAt: new Date(startsAt.getTime() + 2 * 86_400_000),
	}
	const stayRef = newRef()
	const [created] = await web.db.select().from(booking)
	if (!created) throw new Error('The visit is not there')
	await web.db.insert(booking).values({
		...created,
		...later,
		id: randomUUID(),
		ref: stayRef,
		code: 'ABCDEFGH2345',
		blockedUntil: later.endsAt,
		sessionId: null,
		area: roomId,
		roomId,
		setting: 'private-room',
	})
	return { ref: visit.ref, permit: permitRef, me: row.ref, room: roomRef, stay: stayRef }
}

/** The address of a route, about something that is there where it is about a visit or a room. */
function addressOf(path: string): string {
	// What would be gone for the rest is asked of one that is not there.
	const taken = path.endsWith('/cancel') ? 'K7QM4TXW29AB' : ref
	const filled = path.startsWith('/rooms') ? room : path.endsWith('/change-stay') ? stay : taken
	return path.replace(/:\w+/g, filled).replace('*', 'nowhere')
}

function callerOf(who: string | null, path: string): WebBrowser {
	if (path.endsWith('/sign-out')) return web.browser()
	if (path === '/welcome') return newcomer
	if (who === 'visitor') return family
	return who === 'public' && !path.startsWith('/staff') ? family : officer
}

const cost = (ask: () => Promise<Response>) => costOf(web, ask)

/** Actions that read nothing of what is sent: there is nothing in it that they could refuse. */
const unread = [
	'/sign-out',
	'/staff/sign-out',
	'/applications/:ref',
	'/phone/:ref',
	'/phone/new/check',
	'/visits/new/check',
]
/** A machine with a key sends a file, and a form is refused by its head. */
const actions = routes.filter(({ action }) => action !== null && action !== 'facility-key')
const loaders = routes.filter(({ loader }) => loader !== null)
/** The loaders that hold their whole address against a form: for them an odd field is none of the page's. */
const parsing = ['/staff/closures/new', '/staff/restrictions/new', '/staff/funds', '/staff/funds/list.csv']

test('the routes that read forms and queries are there', () => {
	expect(actions.length).toBeGreaterThan(30)
	expect(loaders.length).toBeGreaterThan(50)
	expect(loaders.map(({ path }) => path)).toEqual(expect.arrayContaining(parsing))
})

test.each(actions)('POST $path reads no field that its form does not have', async ({ path, action }) => {
	const browser = callerOf(action, path)
	const to = addressOf(path)
	const headers = { origin: web.origin, 'sec-fetch-site': 'same-origin' }
	for (const [what, fields] of Object.entries(hostileForms)) {
		const text = new URLSearchParams(fields())
		const parts = new FormData()
		for (const [name, value] of fields().slice(0, 500)) parts.append(name, value)
		for (const [kind, body] of [
			['text', text],
			['parts', parts],
		] as const) {
			const { status, ms } = await cost(() => browser.get(to, { method: 'POST', body, headers }))
			const refused = status >= 400 || unread.includes(path)
			expect([what, kind, refused && status < 500, status]).toEqual([what, kind, true, status])
			expect.soft(ms, `${what}, ${kind}: milliseconds`).toBeLessThan(100)
		}
	}
})

test.each(loaders)(
	'GET $path reads no field of its address that it does not have',
	async ({ path, loader }) => {
		const browser = callerOf(loader, path)
		const to = addressOf(path)
		// What the page itself costs is not the matter here.
		const { ms: without } = await cost(() => browser.get(to))
		for (const [what, fields] of Object.entries(hostileForms)) {
			const address = `${to}?${new URLSearchParams(fields().slice(0, 3_000))}`
			if (address.length > 14_000) continue
			const { status, ms } = await cost(() => browser.get(address))
			const holds = parsing.includes(path) ? [400, 303].includes(status) : status < 500
			expect([what, holds, status]).toEqual([what, true, status])
			expect.soft(ms, `${what}: milliseconds`).toBeLessThan(100 + without)
		}
	},
	60_000,
)

test.each(loaders)(
	'GET $path opens, whatever its address says',
	async ({ path, loader }) => {
		const browser = callerOf(loader, path)
		const asked = { for: permit, with: me }
		for (const values of hostileValues) {
			const [day = '', number = ''] = [values[0]?.[1], values[4]?.[1]]
			for (const query of [
				{ ...Object.fromEntries(values), ...asked },
				{ ...Object.fromEntries(values), for: 'x', with: ',,x' },
				// What only a day, or only a number, is wrong with gets furthest.
				{ ...asked, day, week: day },
				{ ...asked, nights: number, page: number, ore: number },
				...(parsing.includes(path) ? [{ what: 'facility', from: day, to: '9999-12-31' }, { from: day }] : []),
			]) {
				const answer = await browser.get(`${addressOf(path)}?${new URLSearchParams(query)}`)
				await answer.arrayBuffer()
				expect([query, answer.status < 500, answer.status]).toEqual([query, true, answer.status])
			}
		}
	},
	60_000,
)

test('the calendars are among the pages that open', async () => {
	const party = `for=${permit}&with=${me}`
	for (const path of [
		`/visits/new/time?${party}`,
		`/visits/${ref}/change?`,
		`/visits/${stay}/change-stay?`,
		`/rooms/${room}/new/time?${party}&nights=1`,
	]) {
		const page = await family.get(`${path}&day=2026-02-31`)
		expect([path, page.status]).toEqual([path, 200])
		expect(await page.text()).toMatch(/class="calendar"/)
	}
})
