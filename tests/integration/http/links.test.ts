import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readConfig } from '#app/config.server.ts'
import { hasPermission, isPermission } from '#app/domain/access/permissions.ts'
import { type Role, roles } from '#app/domain/access/roles.ts'
import { paths } from '#app/paths.ts'
import { routeOf } from '#app/server/route-of.ts'
import { sealNationalNumber } from '#app/services/identity/national-number.server.ts'
import { facility, officer, visitor } from '#db/schema/index.ts'
import { buildDemo } from '#sandbox/seeds/demo/demo.ts'
import { openWebSession, type SignedInAs } from '#tests/support/web-sessions.ts'
import { ownAddresses } from './access/addresses.ts'
import type { WebBrowser } from './browser.ts'
import { builtRoutes, serverBuild } from './built-routes.ts'
import { crawl } from './crawl/crawl.ts'
import { startWebWithPayments } from './web-with-payments.ts'

// Every link of every page, as each reader meets it: none is dead, none leads where this reader may not go, none leads outside.

const web = await startWebWithPayments()
const find = routeOf((await serverBuild()).routes)
const routes = await builtRoutes()
/** Bundled files and the server's own addresses are no routes. */
const idOf = (path: string) => (path.startsWith('/assets/') ? 'asset' : find(path))
const allowed = ['mailto:', 'tel:']

beforeAll(async () => {
	const keys = readConfig(web.env)
	await buildDemo(web.db, {
		...{ seed: 20261122, now: new Date(), seedName: 'small', staffIssuer: web.identity.staff.issuer, log: () => {} },
		seal: (pid, visitorId) => sealNationalNumber(visitorId, pid, keys),
	})
	const [at] = await web.db.select().from(facility).where(eq(facility.slug, 'fjellheim'))
	const kari = web.browser()
	await ownAddresses({
		...{ db: web.db, facilityId: at?.id ?? '', kariId: (await visitorOf('kari')).visitorId },
		...{ perId: (await officerOf('finance')).officerId, kari, nora: kari },
	})
})

async function visitorOf(givenName: string): Promise<{ visitorId: string }> {
	const [row] = await web.db
		.select()
		.from(visitor)
		.where(eq(visitor.email, emails[givenName] ?? ''))
	if (!row) throw new Error(`Nobody is called ${givenName}`)
	return { visitorId: row.id }
}

const emails: Readonly<Record<string, string>> = {
	amina: 'amina.solberg@post.example',
	kari: 'kari.haugen@post.example',
	sunniva: 'sunniva.eide@post.example',
	john: 'john.myhre@post.example',
	nina: 'nina.strand@post.example',
}

async function officerOf(role: Role) {
	const [at] = await web.db.select().from(facility).where(eq(facility.slug, 'fjellheim'))
	const [row] = await web.db
		.select()
		.from(officer)
		.where(eq(officer.subject, `fjellheim-${role}`))
	if (!row || !at) throw new Error(`There is no ${role} at Fjellheim`)
	return { officerId: row.id, facilityId: at.id }
}

async function signedIn(who: SignedInAs): Promise<WebBrowser> {
	const browser = web.browser()
	const { issuer } = 'visitorId' in who ? web.identity.family : web.identity.staff
	const { name, value } = await openWebSession(web.db, who, { issuer, subject: randomUUID() })
	browser.setCookie(name, value)
	return browser
}

/** What is wrong with a form for a reader, by who may send it. */
const formFault = (maySend: (who: string) => boolean) => (routeId: string) => {
	const who = routes.find(({ id }) => id === routeId)?.action ?? null
	if (who === null) return 'is sent where nothing takes it'
	return maySend(who) ? null : `takes ${who}`
}
const asVisitor = formFault((who) => who === 'public' || who === 'visitor')
const asOfficer = (role: Role) =>
	formFault((who) => who === 'public' || who === 'officer' || (isPermission(who) && hasPermission([role], who)))
const asNobody = formFault((who) => who === 'public')

test.each(Object.keys(emails))('every link that %s meets leads to a page of hers or his', async (name) => {
	const browser = await signedIn(await visitorOf(name))
	const { pages, faults } = await crawl({
		browser,
		start: '/',
		routeOf: idOf,
		formFault: asVisitor,
		behindDoor: [],
		allowed,
	})
	expect(pages).toBeGreaterThan(15)
	expect(faults).toEqual([])
})

test.each(roles)('every link that a %s meets leads to a page that the role may open', async (role) => {
	const browser = await signedIn(await officerOf(role))
	const start = paths.staff.today()
	const { pages, faults } = await crawl({
		browser,
		start,
		routeOf: idOf,
		formFault: asOfficer(role),
		behindDoor: [],
		allowed,
	})
	expect(pages).toBeGreaterThan(5)
	expect(faults).toEqual([])
})

test('every link that somebody meets who is not signed in leads to a page', async () => {
	for (const start of [paths.home(), paths.staff.signIn()]) {
		const browser = web.browser()
		const { pages, faults } = await crawl({
			browser,
			start,
			routeOf: idOf,
			formFault: asNobody,
			behindDoor: [paths.me()],
			allowed,
		})
		expect(pages).toBeGreaterThan(3)
		expect(faults).toEqual([])
	}
})

test('every link that a newcomer meets leads to a page', async () => {
	const browser = web.browser()
	await browser.signIn('family', 'ola')
	const { pages, faults } = await crawl({
		...{ browser, start: paths.welcome(), routeOf: idOf, formFault: asNobody, behindDoor: [paths.me()], allowed },
	})
	expect(pages).toBeGreaterThan(3)
	expect(faults).toEqual([])
})
