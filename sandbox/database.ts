import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DemoLock, takeDemoLock } from './demo-lock.ts'
import { recreate } from './postgres/databases.ts'
import { keptFolder } from './postgres/place.ts'
import { startPostgres } from './postgres/start.ts'
import type { Step } from './progress.ts'

export interface Database {
	ownerUrl: string
	appUrl: string
	stop(): Promise<void>
}

export interface DatabaseOptions {
	dataDir: string
	/** Begin with an empty database. */
	fresh: boolean
	env: Record<string, string | undefined>
	step: Step
	log: (line: string) => void
	/** Told when the server goes away under the demo. */
	lost: () => void
}

/** Another demo has this database. */
export class DatabaseInUse extends Error {
	readonly holder: number | null
	constructor(holder: number | null) {
		super(`Another demo ${holder ? `(process ${holder}) ` : ''}runs on this database.`)
		this.holder = holder
	}
}

/** The demo's own database, taken for this process: the embedded server's, or one given by the environment. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
	const given = givenBy(options.env)
	if (given && options.fresh)
		throw new Error("--fresh drops the demo's own database only. This one is given by DATABASE_URL: empty it yourself.")
	if (given) {
		const lock = await claim(given.ownerUrl, options.lost)
		return { ...given, stop: () => lock.release() }
	}
	const folder = keptFolder(options.dataDir)
	const server = await options.step('Starting PostgreSQL', () =>
		startPostgres({ folder, durable: true, log: options.log }),
	)
	// As root it lies far from the checkout, and who clears up there should know whose it is.
	await writeFile(join(folder, 'belongs-to'), `${options.dataDir}\n`)
	// Where another demo has it, the server is that demo's, and stays as it is.
	const lock = await claim(server.adminUrl, options.lost)
	try {
		if (options.fresh) await options.step('Making the database anew', () => recreate(server.adminUrl))
	} catch (error) {
		await lock.release()
		await server.stop()
		throw error
	}
	return {
		ownerUrl: server.ownerUrl,
		appUrl: server.appUrl,
		stop: async () => {
			await lock.release()
			await server.stop()
		},
	}
}

async function claim(url: string, lost: () => void): Promise<DemoLock> {
	const answer = await takeDemoLock(url, lost)
	if ('holder' in answer) throw new DatabaseInUse(answer.holder)
	return answer
}

function givenBy(env: Record<string, string | undefined>): { ownerUrl: string; appUrl: string } | null {
	const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = env
	if (!appUrl && !ownerUrl) return null
	if (!appUrl || !ownerUrl)
		throw new Error(
			'DATABASE_URL (the application) and DATABASE_OWNER_URL (the migrations) must be given together, or neither.',
		)
	return { ownerUrl, appUrl }
}
