import { readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished } from 'vitest'
import { isAlive } from '#sandbox/postgres/place.ts'
import { smallDisk } from './full-disk.ts'
import { ask, expectWhole, hold, ready, startLoad } from './load.ts'
import { type Family, openSite, type Site } from './site.ts'

// The database is there, and yet does nothing: its disk is full, it hangs, or one row is locked for long.

let site: Site
let pid: number | undefined
beforeAll(async () => {
	site = await openSite(33)
	pid = site.web.pid
})
afterAll(() => site.close())
afterEach(becomesReady)

async function becomesReady(): Promise<void> {
	await expect.poll(() => ready(site), { timeout: 10_000, interval: 50 }).toBe(200)
}

const family = (n: number): Family => {
	const found = site.families[n]
	if (!found) throw new Error('There are fewer families')
	return found
}

async function timed<T>(work: Promise<T>): Promise<{ answer: T; ms: number }> {
	const began = performance.now()
	return { answer: await work, ms: performance.now() - began }
}

it('the disk is full: nothing is taken and nobody is sent here, and all goes on when there is space', async () => {
	const disk = await smallDisk(site)
	onTestFinished(() => disk.remove())
	await becomesReady()
	const running = startLoad(site, site.families.slice(0, 12), site.sessions.slice(0, 16))
	onTestFinished(() => running.stop())
	await running.more(5)
	await disk.fill()
	await expect.poll(() => ready(site), { timeout: 10_000, interval: 50 }).toBe(503)
	await expect.poll(() => running.statuses.get(503) ?? 0, { timeout: 20_000, interval: 20 }).toBeGreaterThan(12)
	await disk.empty()
	await becomesReady()
	await running.more(5)
	await running.stop()
	expect(running.odd).toEqual([])
	await expectWhole(site, pid, running.told)
})

it('a session is locked for long: who waits for it does not keep the others from the database', async () => {
	const [session = '', other = ''] = site.sessions.slice(-2)
	let release = () => {}
	const locked = new Promise<void>((resolve) => {
		release = resolve
	})
	const holder = site.owner.transaction(async (tx) => {
		await tx.execute(sql`select from visit_session where ref = ${session} for update`)
		await locked
	})
	onTestFinished(async () => {
		release()
		await holder
	})
	const began = performance.now()
	const waiting = Promise.all(site.families.slice(0, 30).map((one) => timed(hold(site, one, session))))
	await expect.poll(inLockQueue, { timeout: 5_000, interval: 20 }).toBeGreaterThan(0)
	const queues: number[] = []
	const watching = (async () => {
		while (performance.now() - began < 3_000) queues.push(await inLockQueue())
	})()
	while (performance.now() - began < 3_000) {
		// Two at the same moment, of which one must be quick: the machine that runs this has other work, too. One after the other,
		// the second would come when the waiting is over.
		const read = async () => (await timed(ask(site, family(31), '/visits'))).ms
		expect(Math.min(...(await Promise.all([read(), read()])))).toBeLessThan(500)
		expect(await Promise.all([ready(site), ready(site)])).toContain(200)
	}
	await watching
	expect(Math.max(...queues), 'connections that wait for the row').toBeLessThanOrEqual(4)
	expect((await hold(site, family(32), other)).status).toBe(303)
	for (const { answer, ms } of await waiting) {
		expect([answer.status, answer.retryAfter]).toEqual([503, '5'])
		expect(ms).toBeLessThan(9_000)
	}
	release()
	await holder
	expect((await hold(site, family(0), session)).status).toBe(303)
})

async function inLockQueue(): Promise<number> {
	const rows = await site.admin.execute(
		sql`select from pg_stat_activity where application_name = 'samvaer-web' and wait_event_type = 'Lock'`,
	)
	return rows.length
}

it('the server hangs: whoever needs it is told in time, and what needs no database is answered', async () => {
	const processes = await everyProcess(site.postgres().pid)
	const signal = (name: NodeJS.Signals) => {
		for (const one of processes) if (isAlive(one)) process.kill(one, name)
	}
	onTestFinished(() => signal('SIGCONT'))
	const running = startLoad(site, site.families.slice(0, 12), site.sessions.slice(16, 32))
	onTestFinished(() => running.stop())
	await running.more(3)
	signal('SIGSTOP')
	const pages = Promise.all(['/visits', '/visits/new', '/me'].map((path) => timed(ask(site, family(20), path))))
	for (const path of ['/help', '/privacy', '/accessibility', '/favicon.svg']) {
		const { answer, ms } = await timed(ask(site, family(21), path))
		expect([path, answer.status]).toEqual([path, 200])
		expect(ms).toBeLessThan(2_500)
	}
	expect(await ready(site)).toBe(503)
	for (const { answer, ms } of await pages) {
		expect([answer.status, answer.retryAfter]).toEqual([503, '5'])
		expect(ms).toBeLessThan(8_000)
	}
	signal('SIGCONT')
	await becomesReady()
	await running.more(3)
	await running.stop()
	expect(running.odd).toEqual([])
	await expectWhole(site, pid, running.told)
})

/** The server's processes, itself first. */
async function everyProcess(postmaster: number): Promise<number[]> {
	const backends = await readFile(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8')
	return [postmaster, ...backends.trim().split(' ').map(Number)]
}
