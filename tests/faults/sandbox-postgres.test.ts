import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { onDatabase } from '#sandbox/postgres/databases.ts'
import { isAlive, removeFolder, throwawayFolder } from '#sandbox/postgres/place.ts'
import { examine } from '#sandbox/postgres/postmaster.ts'
import { type RunningPostgres, startPostgres } from '#sandbox/postgres/start.ts'

const started = z.object({ pid: z.number(), adopted: z.boolean(), adminUrl: z.string() })

let folder: string
let running: RunningPostgres | undefined
const children: ChildProcess[] = []

beforeEach(async () => {
	folder = await throwawayFolder()
})

afterEach(async () => {
	for (const child of children.splice(0)) child.kill('SIGKILL')
	await running?.stop()
	running = undefined
	await removeFolder(folder)
})

const start = async (options: { patience?: number } = {}) => {
	running = await startPostgres({ folder, durable: true, log: () => {}, ...options })
	return running
}

const connect = (server: { adminUrl: string }, max = 1) =>
	postgres(onDatabase(server.adminUrl, 'samvaer'), { max, onnotice: () => {}, connect_timeout: 10 })

/** A starter in a process of its own, once it has said where the server is. */
async function starter() {
	const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'keep-postgres.ts'), folder], {
		stdio: ['ignore', 'pipe', 'inherit'],
	})
	children.push(child)
	const [line]: Buffer[] = await once(child.stdout, 'data')
	return { child, ...started.parse(JSON.parse(String(line))) }
}

/** The server's processes, itself first. */
async function processesOf(postmaster: number): Promise<number[]> {
	const backends = await readFile(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8')
	return [postmaster, ...backends.trim().split(' ').map(Number)]
}

async function kill(child: ChildProcess) {
	child.kill('SIGKILL')
	await once(child, 'exit')
}

test('a starter killed with -9 leaves its server running, and the next start finds it with all its data', async () => {
	const first = await starter()
	expect(first.adopted).toBe(false)
	const sql = connect(first)
	await sql`create table letter (id int primary key)`
	await sql`insert into letter select generate_series(1, 1000)`
	await kill(first.child)

	const second = await start()
	expect({ pid: second.pid, adopted: second.adopted }).toEqual({ pid: first.pid, adopted: true })
	// The connection made before is still good: nothing was restarted.
	expect(await sql`select count(*)::int as count from letter`).toEqual([{ count: 1000 }])
	await sql.end()
})

test('after kill -9 of every server process while it writes, every acknowledged row is there', async () => {
	const first = await starter()
	const sql = connect(first, 4)
	await sql`create table letter (id int primary key)`
	const acknowledged: number[] = []
	let next = 0
	let enough = () => {}
	const written = new Promise<void>((resolve) => {
		enough = resolve
	})
	const writers = Array.from({ length: 4 }, async () => {
		for (;;) {
			const id = next++
			await sql`insert into letter values (${id})`
			acknowledged.push(id)
			if (acknowledged.length >= 300) enough()
		}
	})
	const ended = Promise.allSettled(writers)
	await written
	for (const pid of await processesOf(first.pid)) process.kill(pid, 'SIGKILL')
	await kill(first.child)
	await sql.end({ timeout: 0 })
	await ended

	const second = await start()
	expect(second.adopted).toBe(false)
	const again = connect(second)
	const rows = await again<{ id: number }[]>`select id from letter`
	const there = new Set(rows.map((row) => row.id))
	expect(acknowledged.length).toBeGreaterThanOrEqual(300)
	expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
	expect(await again`show fsync`).toEqual([{ fsync: 'on' }])
	await again.end()
})

test('after kill -9 of the server alone, the next start waits until its orphan is gone', async () => {
	const first = await start()
	const sql = connect(first)
	await sql`create table letter (id int primary key)`
	await sql`insert into letter select generate_series(1, 1000)`
	const [me] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
	// Busy without ever waiting, so that it does not notice that its server is dead.
	const busy = sql`do $$ declare until timestamptz := clock_timestamp() + interval '2 seconds'; begin
		while clock_timestamp() < until loop end loop; end $$`.catch(() => 'lost')
	await isBusy(first, me?.pid ?? 0)
	process.kill(first.pid, 'SIGKILL')
	expect(await stillRuns(me?.pid ?? 0)).toBe(true)

	const second = await start()
	expect(await stillRuns(me?.pid ?? 0)).toBe(false)
	expect(second.pid).not.toBe(first.pid)
	await busy
	await sql.end({ timeout: 0 })
	const again = connect(second)
	expect(await again`select count(*)::int as count from letter`).toEqual([{ count: 1000 }])
	await again.end()
})

/** A process that ended but that nobody has reaped keeps its number, and does nothing any more. */
async function stillRuns(pid: number): Promise<boolean> {
	const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z')
	return !/\) [ZX]/.test(text)
}

async function isBusy(server: { adminUrl: string }, pid: number) {
	const watch = connect(server)
	await expect
		.poll(async () => (await watch`select state from pg_stat_activity where pid = ${pid}`)[0]?.state)
		.toBe('active')
	await watch.end()
}

test('starters at the same moment get one and the same server', async () => {
	const all = await Promise.all([starter(), starter(), start(), start()])
	expect(new Set(all.map((one) => one.pid)).size).toBe(1)
	expect(all.filter((one) => !one.adopted)).toHaveLength(1)
	const sql = connect(all[0])
	expect(await sql`select current_database() as name`).toEqual([{ name: 'samvaer' }])
	await sql.end()
})

test('starters at the same moment on a server that was stopped get one and the same, too', async () => {
	await (await start()).stop()
	const all = await Promise.all(Array.from({ length: 6 }, () => start()))
	expect(new Set(all.map((one) => one.pid)).size).toBe(1)
	expect(all.filter((one) => !one.adopted)).toHaveLength(1)
})

test('a pid file whose number belongs to something else by now does not keep the server from starting', async () => {
	const first = await start()
	const pidFile = await readFile(join(folder, 'cluster/postmaster.pid'), 'utf8')
	await first.stop()
	// The same user's, or PostgreSQL would see through it by itself.
	const { uid, gid } = await stat(join(folder, 'cluster'))
	const other = spawn('sleep', ['600'], process.getuid?.() === 0 ? { uid, gid } : {})
	children.push(other)
	await once(other, 'spawn')
	await writeFile(join(folder, 'cluster/postmaster.pid'), pidFile.replace(/^\d+/, String(other.pid)))

	const second = await start({ patience: 10_000 })
	expect(second.adopted).toBe(false)
	expect(await examine(join(folder, 'cluster'))).toMatchObject({ kind: 'ready', pid: second.pid })
})

test('a server that does not know the kept password is left alone, and named', async () => {
	const first = await start()
	const file = join(folder, 'server.json')
	const kept = await readFile(file, 'utf8')
	await writeFile(file, kept.replace(/"admin":"[^"]+"/, '"admin":"another"'))
	await expect(startPostgres({ folder, durable: true, log: () => {} })).rejects.toThrow(`process ${first.pid}`)
	expect(isAlive(first.pid)).toBe(true)
})

test('a taken port gives another one', async () => {
	const first = await start()
	const port = Number(new URL(first.adminUrl).port)
	await first.stop()
	const squatter = createServer().listen(port, '127.0.0.1')
	await once(squatter, 'listening')
	const second = await start()
	expect(Number(new URL(second.adminUrl).port)).not.toBe(port)
	squatter.close()
})
