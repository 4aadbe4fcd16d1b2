import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startThrowaway } from './postgres/throwaway.ts'
import { closing, progressTo } from './progress.ts'
import { openStack, type Stack } from './stack.ts'

/** The whole of it for a test run: its own ports, database and folder, nothing of it kept. */
export async function startTestStack(
	options: { begins?: string; log?: (line: string) => void } = {},
): Promise<Stack & { dataDir: string; ownerUrl: string }> {
	const log = options.log ?? ((line) => console.error(line))
	const open = closing(log)
	try {
		const dataDir = await mkdtemp(join(await realpath(tmpdir()), `samvaer-throwaway-${process.pid}-world-`))
		open.add('The temporary folder', () => rm(dataDir, { recursive: true, force: true }))
		const database = await startThrowaway(log)
		open.add('PostgreSQL', database.stop)
		const stack = await openStack({
			dataDir,
			environment: 'test',
			fresh: true,
			begins: options.begins,
			filling: 'small',
			database,
			appPort: 0,
			ports: { identity: 0, clock: 0, mailbox: 0, smtp: 0, payments: 0, phone: 0 },
			step: progressTo(log),
			log,
		})
		open.add('The world', stack.stop)
		return { ...stack, dataDir, ownerUrl: database.ownerUrl, stop: open.close }
	} catch (error) {
		await open.close()
		throw error
	}
}
