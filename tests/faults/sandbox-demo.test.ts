import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { isFree } from '#sandbox/free-port.ts'
import { type Overview, overview } from '#sandbox/overview.ts'
import { keptFolder, removeFolder } from '#sandbox/postgres/place.ts'
import { examine } from '#sandbox/postgres/postmaster.ts'

/** The built service as `npm run demo` starts it, in a data folder of its own. The tests follow one another on it. */

// The first start fills a database; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000 })

let dataDir: string
const started: ChildProcess[] = []

beforeAll(async () => {
	dataDir = await mkdtemp(join(await realpath(tmpdir()), 'samvaer-demo-'))
})

afterEach(async () => {
	// A test that failed must leave nothing running for the next one.
	for (const child of started.splice(0)) await stop(child)
})

afterAll(async () => {
	await removeFolder(keptFolder(dataDir))
	await rm(dataDir, { recursive: true, force: true })
})

const cluster = () => examine(join(keptFolder(dataDir), 'cluster'))

interface Demo {
	child: ChildProcess
	stdout: () => string
	stderr: () => string
	exit: Promise<number | null>
}

function run(args: string[], env: Record<string, string> = {}): Demo {
	const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/demo.ts', ...args], {
		cwd: resolve(import.meta.dirname, '../..'),
		env: { ...withoutDatabase(), SAMVAER_DATA_DIR: dataDir, ...env },
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
	})
	started.push(child)
	const said = { out: '', err: '' }
	child.stdout?.on('data', (chunk: Buffer) => {
		said.out += chunk.toString('utf8')
	})
	child.stderr?.on('data', (chunk: Buffer) => {
		said.err += chunk.toString('utf8')
	})
	const exit = once(child, 'close').then(() => child.exitCode)
	return { child, stdout: () => said.out, stderr: () => said.err, exit }
}

function withoutDatabase(): NodeJS.ProcessEnv {
	const { DATABASE_URL: _app, DATABASE_OWNER_URL: _owner, SAMVAER_ENV: _environment, ...rest } = process.env
	return rest
}

/** A running demo, once it has told where it is. */
async function runningDemo(args: string[] = []): Promise<Demo & { overview: Overview; pid: number }> {
	const demo = run(['--json', ...args])
	const early = demo.exit.then((code) => Promise.reject(new Error(`exit ${code}: ${demo.stderr()}`)))
	await Promise.race([expect.poll(demo.stdout, { timeout: 120_000 }).toContain('\n'), early])
	early.catch(() => {})
	return { ...demo, overview: overview.parse(JSON.parse(demo.stdout())), pid: demo.child.pid ?? 0 }
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return
	child.kill('SIGTERM')
	await once(child, 'close')
}

/** The application's process and the worker's, among the demo's visitors.children. */
async function programsOf(pid: number): Promise<{ app: number; worker: number }> {
	const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').map(Number)
	const lines = await Promise.all(
		children.map(async (one) => [one, await readFile(`/proc/${one}/cmdline`, 'utf8')] as const),
	)
	const find = (script: string) => lines.find(([, line]) => line.includes(script))?.[0] ?? 0
	return { app: find('server.mjs'), worker: find('worker.js') }
}

/** Dead, whether or not anybody has reaped it. */
async function isGone(pid: number): Promise<boolean> {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') X')
	return /\) [ZX]/.test(stat)
}

async function rowsOf(table: string): Promise<number> {
	const found = await cluster()
	if (found.kind !== 'ready') throw new Error('The database does not run')
	const kept = z
		.object({ passwords: z.object({ owner: z.string() }) })
		.parse(JSON.parse(await readFile(join(keptFolder(dataDir), 'server.json'), 'utf8')))
	const sql = postgres(`postgres://samvaer_owner:${kept.passwords.owner}@127.0.0.1:${found.port}/samvaer`, { max: 1 })
	const [row] = await sql<{ count: number }[]>`select count(*)::int as count from ${sql(table)}`
	await sql.end()
	return row?.count ?? 0
}

test('it tells where everything is in one line, a second one tells the same, and beginning anew under it is refused', async () => {
	const demo = await runningDemo()
	expect(demo.stdout().split('\n')).toHaveLength(2)
	expect(demo.overview.people.map((person) => person.kind)).toEqual(expect.arrayContaining(['family', 'staff']))
	for (const url of [
		`${demo.overview.app}/health/ready`,
		demo.overview.mailbox,
		demo.overview.identity,
		demo.overview.clock,
	]) {
		expect((await fetch(url, { headers: { accept: 'text/html' } })).status).toBe(200)
	}

	const second = run(['--json'])
	expect(await second.exit).toBe(0)
	expect(JSON.parse(second.stdout())).toEqual(demo.overview)
	expect(second.stderr()).toContain(`process ${demo.pid}`)

	const anew = run(['--fresh'])
	expect(await anew.exit).toBe(1)
	expect(anew.stderr()).toContain(`process ${demo.pid}`)
	expect((await fetch(`${demo.overview.app}/health/ready`)).status).toBe(200)

	const { app, worker } = await programsOf(demo.pid)
	// One Ctrl-C arrives twice, through the terminal and through npm.
	demo.child.kill('SIGINT')
	demo.child.kill('SIGTERM')
	expect(await demo.exit).toBe(0)
	expect([await isGone(app), await isGone(worker)]).toEqual([true, true])
	expect(await cluster()).toEqual({ kind: 'nothing' })
})

test('killed with -9 it takes the application along, leaves its database running, and the next start goes on with it', async () => {
	const first = await runningDemo()
	const before = { server: await cluster(), people: await rowsOf('visitor'), permits: await rowsOf('permit') }
	const { app, worker } = await programsOf(first.pid)
	first.child.kill('SIGKILL')
	await first.exit
	await expect.poll(() => Promise.all([isGone(app), isGone(worker)]), { timeout: 15_000 }).toEqual([true, true])
	expect(await cluster()).toEqual(before.server)

	const second = await runningDemo()
	expect(await cluster()).toEqual(before.server)
	expect({ people: await rowsOf('visitor'), permits: await rowsOf('permit') }).toMatchObject({
		people: before.people,
		permits: before.permits,
	})
	expect(second.overview.identity).toBe(first.overview.identity)
	expect(second.overview.people).toEqual(first.overview.people)
})

test('when whoever started it is gone, all of it stops', async () => {
	const demo = await runningDemo()
	const { app, worker } = await programsOf(demo.pid)
	// Not `demo.exit`: a child that was let go of is never reported as closed.
	const exit = once(demo.child, 'exit')
	demo.child.stdout?.destroy()
	demo.child.stderr?.destroy()
	demo.child.disconnect()
	expect(await exit).toEqual([0, null])
	expect([await isGone(app), await isGone(worker)]).toEqual([true, true])
	expect(await cluster()).toEqual({ kind: 'nothing' })
	expect(await isFree(Number(new URL(demo.overview.mailbox).port))).toBe(true)
})

test('when the application dies, its last lines are told and all of it stops', async () => {
	const demo = await runningDemo()
	const { app, worker } = await programsOf(demo.pid)
	process.kill(app, 'SIGKILL')
	expect(await demo.exit).toBe(1)
	expect(demo.stderr()).toContain('The application ended (SIGKILL). Its last lines:')
	expect(await isGone(worker)).toBe(true)
	expect(await cluster()).toEqual({ kind: 'nothing' })
})

test('it does not start where production is meant, nor with a flag that it does not know', async () => {
	const production = run([], { SAMVAER_ENV: 'production' })
	expect(await production.exit).toBe(1)
	expect(production.stderr()).toContain('does not start with SAMVAER_ENV=production')
	expect(production.stdout()).toBe('')
	expect(await run(['--frehs']).exit).toBe(1)
	expect(await cluster()).toEqual({ kind: 'nothing' })
})
