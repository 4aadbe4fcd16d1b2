import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId, newRef } from '#db/ids.ts'
import { booking, courtRestriction, message, visitor, visitSession } from '#db/schema/index.ts'
import { freePort } from '#sandbox/free-port.ts'
import { addPermit, addPrisoner } from '#sandbox/seeds/rows.ts'
import { makeBooking, makeHouse } from '../messages/fixture.ts'
import { serverBuild } from './built-routes.ts'
import { introduction, people, startWeb } from './web.ts'

const metricsPort = await freePort()
const web = await startWeb({ NODE_ENV: 'production', METRICS_PORT: String(metricsPort) })
const scrape = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()

/** The value of the series with these labels; null where there is none. */
function seriesOf(text: string, name: string, labels: Record<string, string> = {}): number | null {
	for (const line of text.split('\n')) {
		const [, series, said = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? []
		const told = new Map([...said.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', one = '']) => [key, one]))
		if (series === name && Object.entries(labels).every(([key, one]) => told.get(key) === one)) return Number(value)
	}
	return null
}

/** A prison with two prisoners whom Kari may visit, of whom a court has barred one, and a session in ten days. */
async function toBook() {
	const kari = await web.signedIn('kari')
	const [row] = await web.db.select().from(visitor)
	if (!row) throw new Error('Kari is not there')
	const startsAt = new Date(Date.now() + 10 * 86_400_000)
	const session = { id: newId(startsAt), ref: newRef() }
	await web.db.insert(visitSession).values({
		...session,
		facilityId: web.facilities.hal,
		startsAt,
		endsAt: new Date(startsAt.getTime() + 3_600_000),
		setting: 'hall',
		area: session.id,
		provides: ['watched'],
		groups: 10,
		track: 'family',
	})
	const permitTo = async (number: string) => {
		const prisonerId = await addPrisoner(web.db, { number, facilityId: web.facilities.hal, familyName: 'Hemmelig' })
		const ref = newRef()
		await addPermit(web.db, { visitorId: row.id, prisonerId, ref })
		return { prisonerId, ref }
	}
	const open = await permitTo('P-77001')
	const barred = await permitTo('P-77002')
	await web.db.insert(courtRestriction).values({
		id: newId(startsAt),
		ref: newRef(),
		prisonerId: barred.prisonerId,
		type: 'visit-ban',
		fromAt: new Date(),
		toAt: new Date(startsAt.getTime() + 86_400_000),
		orderReference: 'X',
		exceptedVisitorIds: [],
		coversOfficial: false,
	})
	const choose = (permitRef: string) =>
		kari.post(`/visits/new/time?for=${permitRef}&with=${row.ref}`, {
			session: session.ref,
			idempotencyKey: randomUUID(),
		})
	return { kari, row, session, open, barred, choose }
}

test('requests are counted by route, and bookings by what came of them', async () => {
	const { kari, row, session, open, barred, choose } = await toBook()
	const held = await choose(open.ref)
	expect(held.status).toBe(303)
	const confirmed = await kari.post(held.headers.get('location') ?? '')
	expect(confirmed.status).toBe(303)
	const visit = confirmed.headers.get('location') ?? ''
	expect((await kari.get(visit)).status).toBe(200)
	expect((await choose(barred.ref)).status).toBe(409)

	const text = await scrape()
	const route = 'routes/_family.visits_.$ref._index'
	expect(seriesOf(text, 'samvaer_http_requests_total', { route, method: 'GET', status: '200' })).toBe(1)
	expect(seriesOf(text, 'samvaer_http_request_seconds_count', { route })).toBe(1)
	expect(seriesOf(text, 'samvaer_bookings_total', { action: 'hold', outcome: 'held' })).toBe(1)
	expect(seriesOf(text, 'samvaer_bookings_total', { action: 'confirm', outcome: 'confirmed' })).toBe(1)
	expect(seriesOf(text, 'samvaer_bookings_total', { action: 'hold', outcome: 'refused' })).toBe(1)
	expect(seriesOf(text, 'samvaer_booking_refusals_total', { code: 'untold' })).toBe(1)
	expect(text).not.toContain('court-restriction')

	// Nothing of anyone: no names, numbers, references, codes, addresses or prisons, wherever the test has met them.
	const [created] = await web.db.select().from(booking)
	const secrets = [
		...people.flatMap((one) => [one.name, 'pid' in one ? one.pid : one.employeeId]),
		...[introduction.email, introduction.familyName, row.ref, row.id, session.ref, open.ref, barred.ref],
		...[created?.ref, created?.code, web.facilities.hal, 'Halden', 'Bjørgvin', 'Hemmelig', 'P-77001', '127.0.0.1'],
	]
	for (const secret of secrets) expect(text, secret).not.toContain(secret ?? 'nothing was booked')
	expect(text).not.toMatch(/="[^"]*(\d{6}|@)[^"]*"/)
})

test('how late the background work and the mail are is told, and that the database answers', async () => {
	const before = await scrape()
	expect(seriesOf(before, 'samvaer_database_up')).toBe(1)
	expect(seriesOf(before, 'samvaer_database_pool_limit')).toBe(20)
	expect(seriesOf(before, 'samvaer_database_connections', { program: 'samvaer-web' })).toBeGreaterThan(0)
	expect(seriesOf(before, 'samvaer_due_work_lag_seconds', { work: 'expire-holds' })).toBe(0)

	const [reader] = await web.db.select().from(visitor)
	if (!reader) throw new Error('The first test makes them')
	const ago = (seconds: number) => new Date(Date.now() - seconds * 1000)
	const house = await makeHouse(web.db, new Date(Date.now() + 5 * 86_400_000))
	await makeBooking(web.db, house, [reader.id], { state: 'held', holdUntil: ago(300) })
	await web.db.delete(message)
	const queued = {
		kind: 'decision-ready',
		toVisitorId: reader.id,
		queuedAt: ago(900),
		dueAt: ago(900),
		giveUpAt: ago(-900),
	} as const
	await web.db.insert(message).values([
		{ ...queued, id: newId(ago(3)) },
		{ ...queued, id: newId(ago(2)), deadAt: ago(60), undelivered: 'refused' },
		{ ...queued, id: newId(ago(1)), deadAt: ago(60), undelivered: 'no-address' },
		{ ...queued, id: newId(ago(0)), dueAt: ago(-900) },
	])
	const text = await scrape()
	expect(seriesOf(text, 'samvaer_due_work_lag_seconds', { work: 'expire-holds' })).toBeCloseTo(300, -1.5)
	expect(seriesOf(text, 'samvaer_mail_waiting')).toBe(1)
	expect(seriesOf(text, 'samvaer_mail_oldest_seconds')).toBeCloseTo(900, -1.5)
	expect(seriesOf(text, 'samvaer_mail_given_up')).toBe(1)
	await web.db.delete(message)
	await web.db.update(booking).set({ state: 'expired' }).where(eq(booking.state, 'held'))
})

test('the metrics have a port of their own, on this machine alone, and the service does not tell them', async () => {
	const page = await fetch(`${web.origin}/metrics`)
	expect(page.status).toBe(404)
	expect(await page.text()).not.toContain('samvaer_http')
	const own = `http://127.0.0.1:${metricsPort}`
	expect((await fetch(`${own}/health/live`)).status).toBe(404)
	expect((await fetch(`${own}/metrics`, { method: 'POST' })).status).toBe(404)
	await expect(fetch(`http://[::1]:${metricsPort}/metrics`)).rejects.toThrow()
	await expect(fetch(`http://127.0.0.2:${metricsPort}/metrics`)).rejects.toThrow()
})

test('a path that nobody has thought of becomes no label of its own', async () => {
	for (const path of ['/nowhere/K7QM4TXW29AB', '/visits/K7QM4TXW29AB/nothing', '/%ZZ', '/staff/zzzz']) {
		await fetch(`${web.origin}${path}`, { redirect: 'manual' })
	}
	const text = await scrape()
	expect(text).not.toMatch(/nowhere|K7QM4TXW29AB|nothing|ZZ|zzzz/)
	const routes = new Set([...text.matchAll(/samvaer_http_requests_total\{route="([^"]+)"/g)].map(([, route]) => route))
	const { routes: known } = await serverBuild()
	const built = new Set([...Object.keys(known), 'none', 'file'])
	expect([...routes].filter((route) => !built.has(route ?? ''))).toEqual([])
})

test('told to stop while somebody scrapes, the process ends well, and the port of the metrics with it', async () => {
	await scrape()
	web.child.kill('SIGTERM')
	expect(await once(web.child, 'exit')).toEqual([0, null])
	await expect(scrape()).rejects.toThrow()
})
