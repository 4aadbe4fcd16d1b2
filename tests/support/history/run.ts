import { connect, disconnect } from '#db/client.server.ts'
import { randomFrom } from '#sandbox/seeds/random.ts'
import { cloneDatabase } from '../database.ts'
import { clock } from '../rows.ts'
import { doOne, type History } from './actions.ts'
import { faultsIn } from './check.ts'
import { buildHistoryFixture } from './fixture.ts'

export interface Told {
	/** What is not as it must be, in words. */
	faults: string[]
	/** How often each use case was answered with success, and each code with which one was refused. */
	done: Record<string, number>
	refused: Record<string, number>
}

/** So many workers do what the seed says, all at once, for so long; then everything is looked at. */
export async function runHistory({
	seed,
	millis,
	workers = 8,
}: {
	seed: number
	millis: number
	workers?: number
}): Promise<Told> {
	const database = await cloneDatabase()
	const db = connect(database.appUrl, { max: 16 })
	const owner = connect(database.ownerUrl, { max: 2 })
	try {
		const fixture = await buildHistoryFixture(owner, randomFrom(seed))
		const history: History = { db, fixture, now: clock, done: [], refused: new Map(), orders: [] }
		const until = performance.now() + millis
		const results = await Promise.allSettled(
			Array.from({ length: workers }, async (_, worker) => {
				const random = randomFrom(seed * 1_000 + worker)
				while (performance.now() < until) await doOne(history, random)
			}),
		)
		const broken = results.flatMap((result) =>
			result.status === 'rejected' ? [`a step failed: ${result.reason}`] : [],
		)
		const done: Record<string, number> = {}
		for (const { action } of history.done) done[action] = (done[action] ?? 0) + 1
		return {
			faults: [...broken, ...(await faultsIn(history, owner))],
			done,
			refused: Object.fromEntries(history.refused),
		}
	} finally {
		await Promise.all([disconnect(db), disconnect(owner)])
		await database.drop()
	}
}
