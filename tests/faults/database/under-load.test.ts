import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished } from 'vitest'
import { ask, expectWhole, hold, type Load, ready, startLoad } from './load.ts'
import { openSite, type Site } from './site.ts'

// Families book without a pause while something happens to the database. The web process is one and the same throughout.

let site: Site
let pid: number | undefined
let told: string[]
beforeAll(async () => {
	site = await openSite(16)
	pid = site.web.pid
	told = []
})
afterAll(() => site.close())
afterEach(async () => {
	await becomesReady()
	await expectWhole(site, pid, told)
})

const becomesReady = () => expect.poll(() => ready(site), { timeout: 10_000, interval: 50 }).toBe(200)

let from = 0
/** Sessions that no load has booked yet. */
function load(): Load {
	const sessions = site.sessions.slice(from, from + 16)
	from += 16
	const running = startLoad(site, site.families.slice(0, 12), sessions)
	onTestFinished(() => running.stop())
	return running
}

/** Every answer was that it is done, or the page that says to come back a little later. */
async function end(running: Load): Promise<void> {
	await running.stop()
	told.push(...running.told)
	expect(running.odd).toEqual([])
}

it('the database is restarted', async () => {
	const running = load()
	await running.more(5)
	// As in an immediate shutdown: every connection is cut and nothing is tidied up.
	process.kill(site.postgres().pid, 'SIGQUIT')
	await site.startPostgres()
	await becomesReady()
	await running.more(5)
	await end(running)
	expect(running.statuses.get(503)).toBeGreaterThan(0)
})

it('fifteen connections are ended, one after another', async () => {
	const running = load()
	for (let n = 0; n < 15; n++) {
		await expect.poll(endOne, { timeout: 10_000, interval: 5 }).toBe(true)
		await running.more(1)
	}
	await end(running)
})

/** Ends a connection in the middle of a transaction. */
async function endOne(): Promise<boolean> {
	const rows = await site.admin.execute<{ ended: boolean }>(sql`
		select pg_terminate_backend(pid) as ended from pg_stat_activity
		where application_name = 'samvaer-web' and xact_start is not null and state <> 'idle' limit 1`)
	return rows[0]?.ended === true
}

it('the answer to a commit is lost: the same form again is the same visit', async () => {
	const family = site.families[13]
	const session = site.sessions.at(-1)
	if (!family || !session) throw new Error('nobody')
	const idempotencyKey = randomUUID()
	let lost = 0
	site.proxy.onAnswer = ({ client }, chunk) => {
		if (lost > 0 || !chunk.includes('COMMIT\0')) return true
		lost++
		client.destroy()
		return false
	}
	expect(await hold(site, family, session, idempotencyKey)).toMatchObject({ status: 503, retryAfter: '5' })
	expect(lost).toBe(1)
	const again = await hold(site, family, session, idempotencyKey)
	expect([again.status, again.to.startsWith('/visits/new/check')]).toEqual([303, true])

	lost = 0
	expect((await ask(site, family, again.to, {})).status).toBe(503)
	expect(lost).toBe(1)
	await ask(site, family, again.to, {})
	const rows = await site.owner.execute<{ ref: string; state: string }>(
		sql`select ref, state from booking where prisoner_id = ${family.prisonerId}`,
	)
	expect([...rows]).toEqual([{ ref: expect.any(String), state: 'confirmed' }])
	site.proxy.onAnswer = () => true
})

it('there are no connections left', async () => {
	const running = load()
	await running.more(3)
	await site.admin.execute(sql`alter role samvaer_app connection limit 0`)
	await site.admin.execute(
		sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'samvaer-web'`,
	)
	await expect.poll(() => running.statuses.get(503) ?? 0, { timeout: 10_000 }).toBeGreaterThan(12)
	expect(await ready(site)).toBe(503)
	expect((await fetch(`${site.origin}/health/live`)).status).toBe(200)
	await site.admin.execute(sql`alter role samvaer_app connection limit -1`)
	await becomesReady()
	await running.more(5)
	await end(running)
})
