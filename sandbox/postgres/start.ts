import { realpath } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { isFree } from '../free-port.ts'
import { type Cluster, ensurePort, lastLogLines, logFile, openCluster, runProgram } from './cluster.ts'
import { type DatabaseUrls, databaseUrls, provision, withConnection } from './databases.ts'
import { examine, setAsideStalePidFile } from './postmaster.ts'

export interface StartOptions {
	folder: string
	/** Whether a commit must survive a power cut. Only a throwaway database may do without. */
	durable: boolean
	log: (line: string) => void
	/** Milliseconds to wait for a server that starts, stops or leaves orphans behind. */
	patience?: number
}

export interface RunningPostgres extends DatabaseUrls {
	pid: number
	/** Whether it ran already. */
	adopted: boolean
	/** Stops the server when what is under way is rolled back, and waits until it is gone. */
	stop(): Promise<void>
}

/**
 * A PostgreSQL server on the folder: the one that already runs there, or a new one. It outlives this process, so that a
 * demo that is killed loses nothing; the next one finds it. PostgreSQL's own lock on the folder decides between starters.
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
	const cluster = await openCluster(options.folder, options.durable)
	const deadline = Date.now() + (options.patience ?? 60_000)
	let lastReason = ''
	for (let started = false; ; ) {
		const found = await examine(cluster.data)
		if (found.kind === 'ready') {
			const running = await connectTo(cluster, found.pid, found.port, !started)
			if (running) return running
		} else if (found.kind === 'nothing') {
			started = await start(cluster, options)
			if (started) continue
		}
		const why = found.kind === 'busy' ? `process ${found.pid}, ${found.why}` : 'it does not answer'
		if (Date.now() > deadline) throw await startFailed(cluster, why)
		if (why !== lastReason) options.log(`waiting for the PostgreSQL in ${cluster.data} (${why})`)
		lastReason = why
		await pause(100)
	}
}

const durably = ['fsync=on']
const carelessly = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** Starts the server and waits until it is ready. False when someone or something is in the way that may yet go. */
async function start(cluster: Cluster, options: StartOptions): Promise<boolean> {
	if (await setAsideStalePidFile(cluster.data)) options.log('an old pid file belonged to another process; set aside')
	await ensurePort(cluster)
	const settings = [
		'listen_addresses=127.0.0.1',
		'unix_socket_directories=',
		'max_connections=200',
		'timezone=UTC',
		'log_timezone=UTC',
		...(options.durable ? durably : carelessly),
	]
	const flags = [`-p ${cluster.kept.port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ')
	const args = ['start', '-w', '-t', '60', '-s', '-D', cluster.data, '-l', logFile(cluster), '-o', flags]
	const ran = await runProgram(cluster, 'pg_ctl', args)
	if (ran.code === 0) return true
	// Another starter was quicker, a killed server's orphans still hold its memory, or the port went meanwhile.
	if ((await examine(cluster.data)).kind !== 'nothing') return false
	const tail = await lastLogLines(cluster)
	if (tail.includes('still in use') || tail.includes('already exists') || !(await isFree(cluster.kept.port)))
		return false
	throw new Error(`PostgreSQL does not start in ${cluster.data}:\n${ran.output}\n${tail}`)
}

/** The server as ours; null when it does not take connections after all and should be looked at again. */
async function connectTo(
	cluster: Cluster,
	pid: number,
	port: number,
	adopted: boolean,
): Promise<RunningPostgres | null> {
	const urls = databaseUrls(port, cluster.kept.passwords)
	try {
		const [row] = await withConnection(
			urls.adminUrl,
			(sql) => sql<{ folder: string }[]>`select current_setting('data_directory') as folder`,
		)
		if (row?.folder !== cluster.data && row?.folder !== (await realpath(cluster.data))) return null
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : ''
		if (code === '28P01' || code === '28000') {
			throw new Error(
				`The PostgreSQL in ${cluster.data} (process ${pid}) does not know the sandbox's password. Stop it, or give another folder.`,
			)
		}
		return null
	}
	await provision(urls.adminUrl, cluster.kept.passwords)
	return { ...urls, pid, adopted, stop: () => stop(cluster, pid) }
}

async function stop(cluster: Cluster, pid: number): Promise<void> {
	const found = await examine(cluster.data)
	if (found.kind === 'nothing' || found.pid !== pid) return
	const ran = await runProgram(cluster, 'pg_ctl', ['stop', '-m', 'fast', '-w', '-t', '60', '-s', '-D', cluster.data])
	if (ran.code !== 0 && (await examine(cluster.data)).kind !== 'nothing') {
		throw new Error(`PostgreSQL (process ${pid}) does not stop:\n${ran.output}`)
	}
}

async function startFailed(cluster: Cluster, why: string): Promise<Error> {
	return new Error(
		`The PostgreSQL in ${cluster.data} is in the way (${why}). Its last lines:\n${await lastLogLines(cluster)}`,
	)
}
