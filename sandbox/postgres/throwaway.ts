import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { leftovers, removeFolder, throwawayFolder } from './place.ts'
import { examine } from './postmaster.ts'
import { type RunningPostgres, startPostgres } from './start.ts'

/** A server in a folder of its own, gone with everything in it when stopped. It spares the disk: nothing in it must last. */
export async function startThrowaway(log: (line: string) => void): Promise<RunningPostgres> {
	await clearLeftovers()
	const folder = await throwawayFolder()
	const running = await startPostgres({ folder, durable: false, log })
	return {
		...running,
		stop: async () => {
			await running.stop()
			await removeFolder(folder)
		},
	}
}

/** Ends and removes what killed test runs have left. */
async function clearLeftovers(): Promise<void> {
	for (const folder of await leftovers()) {
		const cluster = join(folder, 'cluster')
		const deadline = Date.now() + 10_000
		for (
			let found = await examineThrowaway(cluster);
			found.kind !== 'nothing';
			found = await examineThrowaway(cluster)
		) {
			if (Date.now() > deadline) break
			process.kill(found.pid, 'SIGQUIT')
			await pause(100)
		}
		await removeFolder(folder)
	}
}

async function examineThrowaway(cluster: string) {
	return examine(cluster).catch(() => ({ kind: 'nothing' }) as const)
}
