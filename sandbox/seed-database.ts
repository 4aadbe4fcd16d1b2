import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '#db/migrate.ts'
import { type SeedName, seed } from '#sandbox/seeds/seed.ts'
import { openDatabase } from './database.ts'
import { readIfThere } from './private-file.ts'
import { demoPorts, openState, type State } from './state.ts'

export interface FillOptions {
	seedName: SeedName
	dataDir: string
	/** Begin with an empty database; only the demo's own. */
	fresh: boolean
	env: Record<string, string | undefined>
	seed?: number
	bookings?: number
}

/** The ports that a demo would prefer; no part of it is started here. */

/** Fills an empty database with a world, and tells of each step how long it took. @throws where it holds something already */
export async function seedDatabase({ seedName, dataDir, fresh, env, ...size }: FillOptions): Promise<void> {
	const began = performance.now()
	const log = (line: string) => console.log(`${((performance.now() - began) / 1_000).toFixed(1)} s  ${line}`)
	const step = <T>(title: string, work: () => Promise<T>) => {
		log(`${title} …`)
		return work()
	}
	await mkdir(dataDir, { recursive: true })
	const state = await openState(dataDir, demoPorts)
	const database = await openDatabase({ dataDir, fresh, env, step, log, lost: () => log('The server went away.') })
	try {
		await step('Bringing the database up to date', () => migrate(database.ownerUrl))
		const now = new Date(Date.now() + Number((await readIfThere(join(dataDir, 'clock'))) ?? '0'))
		// A demo that starts on it puts its own addresses in their place.
		const issuers = { familyIssuer: 'https://family.example', staffIssuer: 'https://staff.example' }
		const { filled } = await step(`Filling it with the world '${seedName}'`, () =>
			seed(database.ownerUrl, { ...size, seedName, now, keys: keysOf(state), ...issuers, log }),
		)
		if (!filled) throw new Error("The database holds something already. --fresh begins anew with the demo's own.")
		log('Done. npm run demo starts the service on it.')
	} finally {
		await database.stop()
	}
}

function keysOf({ pidKeys, pidIndexKey }: State) {
	const [id = '', key = ''] = pidKeys.split(':')
	return { pidKeys: [{ id, key: Buffer.from(key, 'base64') }], pidIndexKey: Buffer.from(pidIndexKey, 'base64') }
}
