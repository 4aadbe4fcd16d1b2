// npm run bench: how far the portal is from what this machine can do. See docs/performance.md.
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closing } from '#sandbox/progress.ts'
import { startIssuer } from './app/issuer.ts'
import { memoryOf } from './app/usage.ts'
import { startHelper } from './child.ts'
import { compare } from './compare/compare.ts'
import { comparedLine } from './compare/results.ts'
import { startServer } from './data/server.ts'
import type { FloorOrder, FloorReply } from './floors/orders.ts'
import type { Order } from './load/orders.ts'
import { measure, warmUp } from './measure.ts'
import { type Comparison, type Options, readOptions, type WorkName } from './options.ts'
import { measurePaint } from './paint.ts'
import { overPaintBudgets } from './paint-budgets.ts'
import { heading, type Result, resultLine, resultText } from './results.ts'
import { type Ground, openSite } from './site.ts'
import type { Bench, LoadReply, Work } from './works/bench.ts'
import { bookingWork } from './works/bookings.ts'
import { pageWork } from './works/pages.ts'
import { signInWork } from './works/sign-ins.ts'

const log = (line: string) => console.error(line)
const open = closing(log)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
	process.once(signal, () => void open.close().then(() => process.exit(1)))
const options = optionsOf(process.argv.slice(2))
try {
	if (options) await run(options)
} catch (error) {
	log(error instanceof Error ? (error.stack ?? error.message) : String(error))
	process.exitCode = 1
} finally {
	await open.close()
}

/** Null when they cannot be followed, and why is said. */
function optionsOf(args: string[]): Options | null {
	try {
		return readOptions(args)
	} catch (error) {
		log(error instanceof Error ? error.message : String(error))
		process.exitCode = 1
		return null
	}
}

async function run(options: Options): Promise<void> {
	const folder = await mkdtemp(join(await realpath(tmpdir()), 'samvaer-bench-'))
	open.add('The temporary folder', () => rm(folder, { recursive: true, force: true }))
	const server = await startServer(log)
	open.add('PostgreSQL', server.stop)
	const issuer = await startIssuer()
	open.add('The issuer', issuer.stop)
	const load = await startHelper<Order, LoadReply>('load/process.ts')
	open.add('The load', load.stop)
	const ground = { folder, server, issuer, load, open, log }
	if (options.comparison) return runComparison(ground, options.comparison, options)

	const site = await openSite(ground, options.bookings)
	const [app] = site.apps
	const { benchData } = site
	const floors = await startHelper<FloorOrder, FloorReply>('floors/process.ts', app.env)
	open.add('The floors', floors.stop)
	const bench: Bench = { ...site, floors, databasePid: server.pid }

	const { connections, seconds, rounds } = options
	log(heading)
	const results: Result[] = []
	for (const name of options.works) {
		const work = await workOf(bench, name, options)
		if (results.length === 0) await warmUp(work, connections)
		const measured = await measure(bench, work, rounds, { connections, seconds })
		const result = { work: name, measured, about: work.about }
		results.push(result)
		log(resultText(result))
	}
	const memory = memoryOf(app.pid)
	if (memory) log(`The application holds ${memory.now.toFixed(0)} MB, and held ${memory.peak.toFixed(0)} MB at most`)
	const paints = options.paint ? await measurePaint(app, benchData) : []
	for (const { page, largest, shift } of paints)
		log(`A slow phone shows the ${page} after ${largest.toFixed(0)} ms; layout shift ${shift.toFixed(3)}`)
	const over = overPaintBudgets(paints)
	for (const line of over) log(line)
	if (over.length > 0) process.exitCode = 1
	const machine = {
		coldStartMs: Math.round(app.coldStart),
		memoryMb: memory,
		bookings: benchData.bookings,
		connections,
		paints,
	}
	if (options.json) console.log(JSON.stringify({ results: results.map(resultLine), ...machine }))
}

async function runComparison(ground: Ground, comparison: Comparison, options: Options): Promise<void> {
	const compared = await compare(ground, comparison, options)
	const { bookings, connections, rounds, seconds } = options
	const common = { results: [], bookings, connections, rounds, seconds }
	if (options.json) console.log(JSON.stringify({ ...common, [comparison.kind]: compared.map(comparedLine) }))
}

function workOf(bench: Bench, name: WorkName, { quick }: Options): Promise<Work> {
	if (name === 'booking' || name === 'booking-one-place') return bookingWork(bench, name)
	if (name === 'sign-in') return signInWork(bench)
	if (name === 'calendar') return pageWork(bench, name, ['node', 'remix', 'remix-whole', 'buffer'])
	return pageWork(bench, name, quick ? ['node'] : ['node', 'remix'])
}
