import { randomBytes } from 'node:crypto'
import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { freePort } from '../free-port.ts'
import { isCode, readOrMake, writePrivate } from '../private-file.ts'
import { type Ran, run } from '../run.ts'
import { type Account, accountFor, makeOwned } from './account.ts'
import { removeFolder } from './place.ts'
import { programs } from './programs.ts'

const kept = z.object({
	port: z.number().int(),
	passwords: z.object({ admin: z.string(), owner: z.string(), app: z.string() }),
})
export type Kept = z.infer<typeof kept>

/** A cluster on disk: its folder, the programs that serve it, whom they run as, and what was made up for it at first. */
export interface Cluster {
	folder: string
	data: string
	bin: string
	account: Account
	kept: Kept
}

export const logFile = (cluster: Cluster) => join(cluster.folder, 'server.log')

/** Finds the cluster in the folder or makes it. Several may try at once: the first to finish has made it. */
export async function openCluster(folder: string, durable: boolean): Promise<Cluster> {
	const account = await accountFor(join(folder, 'cluster'))
	await makeOwned(folder, account, 0o711)
	const port = await freePort()
	const created = await readOrMake(join(folder, 'server.json'), () => JSON.stringify({ port, passwords: passwords() }))
	const cluster: Cluster = {
		folder,
		data: join(folder, 'cluster'),
		bin: await programs(),
		account,
		kept: kept.parse(JSON.parse(created)),
	}
	if (!(await stat(cluster.data).catch(() => null))) await initialise(cluster, durable)
	return cluster
}

/** Gives the cluster another port when its own is taken, and remembers it. */
export async function ensurePort(cluster: Cluster): Promise<void> {
	const port = await freePort(cluster.kept.port)
	if (port === cluster.kept.port) return
	cluster.kept = { ...cluster.kept, port }
	await writePrivate(join(cluster.folder, 'server.json'), JSON.stringify(cluster.kept))
}

/** Runs one of PostgreSQL's own programs as the cluster's user. */
export function runProgram(cluster: Cluster, name: 'initdb' | 'pg_ctl', args: string[]): Promise<Ran> {
	return run(join(cluster.bin, name), args, { cwd: cluster.folder, timeout: 120_000, ...cluster.account })
}

export async function lastLogLines(cluster: Cluster, count = 12): Promise<string> {
	const text = await readFile(logFile(cluster), 'utf8').catch(() => '')
	return text.trimEnd().split('\n').slice(-count).join('\n')
}

function passwords(): Kept['passwords'] {
	const one = () => randomBytes(24).toString('base64url')
	return { admin: one(), owner: one(), app: one() }
}

/** Makes the cluster beside its place and moves it there when it is whole, so that a half-made one is never started. */
async function initialise(cluster: Cluster, durable: boolean): Promise<void> {
	const fresh = join(cluster.folder, `cluster-${process.pid}-${randomBytes(4).toString('hex')}`)
	const passwordFile = `${fresh}.password`
	try {
		await writeFile(passwordFile, cluster.kept.passwords.admin, { mode: 0o600 })
		const { uid, gid } = cluster.account
		if (uid !== undefined && gid !== undefined) await chown(passwordFile, uid, gid)
		const created = await initdb(cluster, fresh, passwordFile, durable)
		if (created.code !== 0) throw new Error(`initdb could not make ${cluster.data}:\n${created.output}`)
		await rename(fresh, cluster.data)
	} catch (error) {
		await removeFolder(fresh)
		// Another starter was first: its cluster is as good as this one.
		if (!isCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
	} finally {
		await rm(passwordFile, { force: true })
	}
}

/** The locale is fixed, so that the machine's own cannot change the encoding or the order; macOS lacks C.UTF-8. */
async function initdb(cluster: Cluster, folder: string, passwordFile: string, durable: boolean): Promise<Ran> {
	const make = (locale: string) =>
		runProgram(cluster, 'initdb', [
			`--pgdata=${folder}`,
			'--username=postgres',
			`--pwfile=${passwordFile}`,
			'--auth=scram-sha-256',
			'--encoding=UTF8',
			`--locale=${locale}`,
			'--no-instructions',
			...(durable ? [] : ['--no-sync']),
		])
	const created = await make('C.UTF-8')
	if (created.code === 0 || !created.output.includes('invalid locale name')) return created
	await removeFolder(folder)
	return make('C')
}
