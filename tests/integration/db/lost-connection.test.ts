import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect, type Db, type DbOrTx, disconnect } from '#db/client.server.ts'
import { rowsStatement } from '#db/queries/statement.ts'
import { cloneDatabase, type TestDatabase } from '#tests/support/database.ts'
import { type DatabaseProxy, startProxy, terminated } from '#tests/support/database-proxy.ts'

// Every connection goes through a proxy that cuts it, or says nothing more on it, at a chosen moment.

let database: TestDatabase
let proxy: DatabaseProxy
let open: Db[] = []
beforeAll(async () => {
	database = await cloneDatabase()
})
afterAll(() => database.drop())

/** What would end a process. */
let fatal: unknown[] = []
const hear = (reason: unknown) => fatal.push(reason)
const events = ['unhandledRejection', 'uncaughtException'] as const
beforeEach(async () => {
	proxy = await startProxy(database.appUrl)
	fatal = []
	for (const event of events) process.on(event, hear)
})
afterEach(async () => {
	await Promise.all(open.map((db) => disconnect(db, 1)))
	open = []
	await proxy.stop()
	await turns()
	for (const event of events) process.off(event, hear)
	expect(fatal).toEqual([])
})

function connected(options: Parameters<typeof connect>[1] = {}): Db {
	const db = connect(proxy.url(database.appUrl), { max: 1, ...options })
	open.push(db)
	return db
}

/** Until what the driver has put off is done. */
async function turns(): Promise<void> {
	for (let n = 0; n < 5; n++) await new Promise((resolve) => setImmediate(resolve))
}

const one = (db: DbOrTx) => db.execute<{ one: number }>(sql`select 1 as one`)
const wait = rowsStatement<{ s: number }, unknown>('wait', (value) => sql`select pg_sleep(${value('s')}::float)`)
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => 'answered',
		(error: unknown) => (error instanceof Error ? codeIn(error) : 'no error'),
	)
function codeIn(error: Error): string {
	if ('code' in error && typeof error.code === 'string') return error.code
	return error.cause instanceof Error ? codeIn(error.cause) : error.message
}

/** Cuts every connection, and waits until the application knows it. */
async function cut(how: 'end' | 'reset'): Promise<void> {
	const open = [...proxy.lines]
	for (const { client } of open) {
		if (how === 'end') client.end(terminated)
		else client.resetAndDestroy()
	}
	await vi.waitFor(() => expect(open.filter((line) => proxy.lines.has(line))).toEqual([]))
	await turns()
}

describe.each(['end', 'reset'] as const)('a connection that is cut (%s)', (how) => {
	it('fails a transaction between two statements, and all that it still sends', async () => {
		const db = connected()
		const later: Promise<string>[] = []
		const done = db.transaction(async (tx) => {
			await one(tx)
			await cut(how)
			for (let n = 0; n < 3; n++) later.push(codeOf(one(tx)))
			await one(tx)
		})
		expect(await codeOf(done)).toBe('CONNECTION_CLOSED')
		await vi.waitFor(() => expect(later).toHaveLength(3))
		expect(await Promise.all(later)).toEqual(['CONNECTION_CLOSED', 'CONNECTION_CLOSED', 'CONNECTION_CLOSED'])
		expect(await one(db)).toEqual([{ one: 1 }])
	})

	it('fails all statements that went out together, and those that wait behind them', async () => {
		const db = connected()
		const asked: Promise<string>[] = []
		const done = codeOf(
			db.transaction(async (tx) => {
				// The first of a kind is not sent together with others: they wait inside the driver.
				for (let n = 0; n < 4; n++) asked.push(codeOf(wait(tx, { s: 5 })))
				await Promise.all(asked)
				await one(tx)
			}),
		)
		await vi.waitFor(() => expect([...proxy.lines].some(({ asked: text }) => text.includes('pg_sleep'))).toBe(true))
		await turns()
		await cut(how)
		for (const code of [await done, ...(await Promise.all(asked))])
			expect(code).toMatch(/^(CONNECTION_CLOSED|ECONNRESET)$/)
		expect(await one(db)).toEqual([{ one: 1 }])
	})

	it('is not the next transaction’s for the one that lost it', async () => {
		const db = connected()
		let go = () => {}
		const second = new Promise<void>((resolve) => {
			go = resolve
		})
		const lost = db.transaction(async (tx) => {
			await one(tx)
			await cut(how)
			await second
			await tx.execute(sql`update readiness_probe set probed_at = 'infinity'`)
		})
		const kept = (async () => {
			await vi.waitFor(() => expect(proxy.lines.size).toBe(0))
			await db.transaction(async (tx) => {
				await tx.execute(sql`update readiness_probe set probed_at = '2026-01-01'`)
				go()
				expect(await codeOf(lost)).toBe('CONNECTION_CLOSED')
				await one(tx)
			})
		})()
		await Promise.all([kept, codeOf(lost)])
		const rows = await db.execute(sql`select probed_at::date::text as day from readiness_probe`)
		expect(rows).toEqual([{ day: '2026-01-01' }])
	})
})

it('that is cut while it learns the types fails who waits for it, and not the one after', async () => {
	const db = connected()
	proxy.onAsk = ({ client, asked }) => {
		if (!asked.includes('pg_catalog.pg_type')) return true
		client.end(terminated)
		return false
	}
	expect(await codeOf(one(db))).toBe('CONNECTION_CLOSED')
	proxy.onAsk = () => true
	expect(await one(db)).toEqual([{ one: 1 }])
})

it('that is taken and closed at once, as by a proxy without a server, fails who waits for it', async () => {
	const db = connected()
	proxy.onAsk = ({ client }) => {
		client.end()
		return false
	}
	expect(await codeOf(one(db))).toBe('CONNECTION_CLOSED')
})

describe('a server that says nothing more', () => {
	const deadlineMs = 400

	it('fails a statement by the deadline, and whoever waits behind it, and is tried on a new connection', async () => {
		const db = connected({ deadlineMs })
		await one(db)
		proxy.onAnswer = () => false
		const began = performance.now()
		const told = await Promise.all([
			codeOf(one(db)),
			codeOf(db.transaction((tx) => one(tx))),
			codeOf(db.transaction((tx) => one(tx))),
		])
		for (const code of told) expect(code).toMatch(/^(ANSWER_TIMEOUT|POOL_TIMEOUT)$/)
		expect(performance.now() - began).toBeLessThan(3 * deadlineMs)
		proxy.onAnswer = () => true
		await vi.waitFor(async () => expect(await one(db)).toEqual([{ one: 1 }]), { timeout: 8_000 })
	})

	it('fails a transaction, which is undone', async () => {
		const db = connected({ deadlineMs })
		const done = db.transaction(async (tx) => {
			await tx.execute(sql`update readiness_probe set probed_at = 'infinity'`)
			proxy.onAnswer = () => false
			await one(tx)
		})
		expect(await codeOf(done)).toMatch(/ANSWER_TIMEOUT|CONNECTION_CLOSED/)
		proxy.onAnswer = () => true
		const rows = await db.execute(sql`select probed_at = 'infinity' as written from readiness_probe`)
		expect(rows).toEqual([{ written: false }])
	})

	it('does not begin a transaction that was given up while it waited for a connection', async () => {
		const db = connected({ deadlineMs })
		await one(db)
		let begun = 0
		const first = codeOf(db.transaction((tx) => wait(tx, { s: 0.3 }).then(() => wait(tx, { s: 0.3 }))))
		const waiting = codeOf(
			db.transaction(async (tx) => {
				begun++
				await one(tx)
			}),
		)
		expect(await Promise.all([first, waiting])).toEqual(['answered', 'POOL_TIMEOUT'])
		await one(db)
		expect(begun).toBe(0)
	})

	it('is not taken for one when the process itself was held up', async () => {
		const db = connected({ deadlineMs })
		await one(db)
		const answer = wait(db, { s: 0.1 })
		await vi.waitFor(() => expect([...proxy.lines][0]?.asked).toContain('pg_sleep'))
		const until = performance.now() + 2 * deadlineMs
		while (performance.now() < until) {}
		expect(await codeOf(answer)).toBe('answered')
	})
})
