import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { queueMessages } from '#db/queries/messages/queue.ts'
import { message } from '#db/schema/index.ts'
import { onDatabase, withConnection } from '#sandbox/postgres/databases.ts'
import { makeBooking, makeHouse, makeReader } from '#tests/integration/messages/fixture.ts'
import { type MailSink, startMailSink } from '#tests/integration/messages/mail-sink.ts'
import { openDatabase } from '#tests/support/database.ts'
import { startWorker, type WorkerProcess } from './worker-process.ts'

const { database, db } = await openDatabase()
let sink: MailSink
let folder: string
let workers: WorkerProcess[]

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'samvaer-worker-'))
})
afterAll(async () => {
	await rm(folder, { recursive: true })
})
beforeEach(async () => {
	sink = await startMailSink()
	workers = []
	await setClock(0)
})
afterEach(async () => {
	for (const { child, exited } of workers) {
		child.kill('SIGKILL')
		await exited
	}
	await sink.close()
})

const clockFile = () => join(folder, 'clock')
const setClock = (minutes: number) => writeFile(clockFile(), String(minutes * 60_000))

async function running(): Promise<WorkerProcess> {
	const worker = startWorker({ databaseUrl: database.appUrl, smtpUrl: sink.url, clockFile: clockFile() })
	workers.push(worker)
	await expect.poll(() => worker.lines.join('\n'), { timeout: 30_000 }).toContain('The worker is running')
	return worker
}

async function queue(count: number): Promise<void> {
	const now = new Date()
	const house = await makeHouse(db, new Date(now.getTime() + 6 * 86_400_000))
	for (let i = 0; i < count; i++) {
		const visitorId = await makeReader(db)
		const booked = await makeBooking(db, house, [visitorId])
		await queueMessages(db, [
			{ kind: 'booking-confirmed', toVisitorId: visitorId, bookingId: booked.id, queuedAt: now },
		])
	}
}

const unsent = async () => (await db.select().from(message)).filter((row) => row.sentAt === null).length
const allSent = () => expect.poll(unsent, { timeout: 30_000 }).toBe(0)
const ids = () => sink.received.map((mail) => mail.messageId)

describe('a worker', () => {
	it('that is killed while it sends has its message sent by another, once', async () => {
		sink.conduct = (to) => (to === '' ? 'accept' : 'hang-late')
		const first = await running()
		await queue(1)
		await expect.poll(() => sink.named.length, { timeout: 30_000 }).toBe(1)
		first.child.kill('SIGKILL')
		expect(await first.exited).toEqual({ code: null, signal: 'SIGKILL' })
		const [leased] = await db.select().from(message)
		expect(leased).toMatchObject({ attempts: 1, sentAt: null })
		sink.conduct = () => 'accept'
		await running()
		expect(await unsent()).toBe(1)
		await setClock(3)
		await allSent()
		expect(ids().length).toBe(1)
	})

	it('beside another sends nothing twice, and each ends well when told to', async () => {
		await Promise.all([running(), running()])
		await queue(30)
		await allSent()
		expect(ids().length).toBe(30)
		expect(new Set(ids()).size).toBe(30)
		for (const { child } of workers) child.kill('SIGTERM')
		for (const { exited } of workers) expect(await exited).toEqual({ code: 0, signal: null })
	})

	it('whose connections are cut goes on, or ends at once to be started again', async () => {
		const { exited } = await running()
		await withConnection(
			onDatabase(inject('database').adminUrl, new URL(database.appUrl).pathname.slice(1)),
			async (admin) => {
				await admin`select pg_terminate_backend(pid) from pg_stat_activity
				where application_name = 'samvaer-worker' and datname = current_database()`
			},
		)
		await queue(2)
		const ended = await Promise.race([exited, allSent().then(() => null)])
		if (ended) {
			expect(ended).toEqual({ code: 1, signal: null })
			await running()
			await allSent()
		}
		expect(new Set(ids()).size).toBe(2)
	})
})
