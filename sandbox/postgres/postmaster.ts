import { readdir, readFile, readlink, realpath, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { isCode, readIfThere } from '../private-file.ts'
import { isAlive } from './place.ts'

/** What is going on in a cluster's folder. */
export type Found =
	| { kind: 'nothing' }
	/** A server that says it takes connections. */
	| { kind: 'ready'; pid: number; port: number }
	/** A server that starts or stops, or what a killed one left running: to be waited for. */
	| { kind: 'busy'; pid: number; why: string }

/** Looks at a cluster's folder. PostgreSQL guards it by `postmaster.pid`, which this reads and never writes. */
export async function examine(cluster: string): Promise<Found> {
	const file = await readPidFile(cluster)
	const running = await processesIn(cluster)
	if (file && (running ? running.includes(file.pid) : isAlive(file.pid))) {
		if (file.status === 'ready' && file.port) return { kind: 'ready', pid: file.pid, port: file.port }
		return { kind: 'busy', pid: file.pid, why: file.status || 'starting' }
	}
	const orphan = running?.[0]
	if (orphan !== undefined) return { kind: 'busy', pid: orphan, why: 'left running by a server that was killed' }
	return { kind: 'nothing' }
}

/**
 * Moves a pid file aside whose number belongs to something else by now (after a restart of the machine, or a dead process
 * that nobody has reaped): PostgreSQL would take that for a live server and refuse for ever. Only where it is certain that
 * no process at all runs in the folder; everywhere else PostgreSQL's own judgement stands.
 */
export async function setAsideStalePidFile(cluster: string): Promise<boolean> {
	const file = await readPidFile(cluster)
	if (!file || !isAlive(file.pid)) return false
	const running = await processesIn(cluster)
	if (!running || running.length > 0) return false
	await rename(join(cluster, 'postmaster.pid'), join(cluster, 'postmaster.pid.stale'))
	return true
}

interface PidFile {
	pid: number
	port: number
	status: string
}

/** Its lines: process, folder, start time, port, socket folder, address, shared memory, status. */
async function readPidFile(cluster: string): Promise<PidFile | null> {
	const text = await readIfThere(join(cluster, 'postmaster.pid'))
	if (!text) return null
	const lines = text.split('\n').map((line) => line.trim())
	const pid = Number(lines[0])
	if (!Number.isSafeInteger(pid) || pid <= 0) return null
	return { pid, port: Number(lines[3] ?? 0) || 0, status: lines[7] ?? '' }
}

/** Every PostgreSQL process of the cluster, by its working directory; null where the system cannot tell. */
async function processesIn(cluster: string): Promise<number[] | null> {
	if (process.platform !== 'linux') return null
	const home = await realpath(cluster)
	const pids = (await readdir('/proc')).map(Number).filter((pid) => Number.isSafeInteger(pid) && pid > 0)
	const found = await Promise.all(
		pids.map(async (pid) => {
			try {
				if ((await readlink(`/proc/${pid}/cwd`)) !== home) return null
				return (await readFile(`/proc/${pid}/comm`, 'utf8')).startsWith('postgres') ? pid : null
			} catch (error) {
				// Gone meanwhile, dead but not reaped, or another user's, who has no access to the folder anyway.
				if (isCode(error, 'ENOENT', 'EACCES', 'EPERM', 'ESRCH')) return null
				throw error
			}
		}),
	)
	return found.filter((pid) => pid !== null)
}
