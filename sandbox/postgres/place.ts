import { createHash } from 'node:crypto'
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** As root the server runs as a user who may not reach the checkout, so what it needs lies here. */
const rootPlace = '/var/lib/samvaer-sandbox'

const isRoot = () => process.getuid?.() === 0

/** Where a demo's database lies, for its data folder. */
export function keptFolder(dataDir: string): string {
	if (!isRoot()) return join(dataDir, 'postgres')
	return join(rootPlace, createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16))
}

/** Where the copies of the programs lie. */
export function programsFolder(): string {
	return isRoot() ? join(rootPlace, 'programs') : resolve(import.meta.dirname, '../../.data/programs')
}

const throwaway = /^samvaer-throwaway-(\d+)-/

/** A new folder for a database that nobody needs afterwards. Its name says whose it is, so that leftovers can be found. */
export async function throwawayFolder(): Promise<string> {
	return mkdtemp(join(await realpath(tmpdir()), `samvaer-throwaway-${process.pid}-`))
}

/** Throwaway folders whose process is gone without having cleared up. */
export async function leftovers(): Promise<string[]> {
	const place = await realpath(tmpdir())
	const names = await readdir(place)
	return names
		.filter((name) => {
			const pid = throwaway.exec(name)?.[1]
			return pid !== undefined && !isAlive(Number(pid))
		})
		.map((name) => join(place, name))
}

export async function removeFolder(folder: string): Promise<void> {
	await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Whether a process has this number, whoever it belongs to. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0)
		return true
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM'
	}
}
