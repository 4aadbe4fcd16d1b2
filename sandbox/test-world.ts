import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startThrowaway } from './postgres/throwaway.ts'
import { closing, stepsTo } from './steps.ts'
import { openWorld, type World } from './world.ts'

/** The whole of it for a test run: its own ports, database and folder, nothing of it kept. */
export async function startWorld(
	options: { begins?: string; log?: (line: string) => void } = {},
): Promise<World & { dataDir: string; ownerUrl: string }> {
	const log = options.log ?? ((line) => console.error(line))
	const open = closing(log)
	try {
		const dataDir = await mkdtemp(join(await realpath(tmpdir()), `samvaer-throwaway-${process.pid}-world-`))
		open.add('The temporary folder', () => rm(dataDir, { recursive: true, force: true }))
		const database = await startThrowaway(log)
		open.add('PostgreSQL', database.stop)
		const world = await openWorld({
			dataDir,
			environment: 'test',
			fresh: true,
			begins: options.begins,
			database,
			appPort: 0,
			ports: { identity: 0, clock: 0, mailbox: 0, smtp: 0, payments: 0, phone: 0 },
			step: stepsTo(log),
			log,
		})
		open.add('The world', world.stop)
		return { ...world, dataDir, ownerUrl: database.ownerUrl, stop: open.close }
	} catch (error) {
		await open.close()
		throw error
	}
}
