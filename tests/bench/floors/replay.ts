import type postgres from 'postgres'
import type { Sample } from '../figures.ts'
import type { Recorded } from './recording.ts'

/** The same statements again, prepared, in the same turns, through the driver and nothing else. */
export async function replay(sql: postgres.Sql, recorded: readonly Recorded[]): Promise<void> {
	for (const one of recorded) {
		if ('statement' in one) await sql.unsafe(one.statement.text, one.statement.parameters, { prepare: true })
		else
			await sql.begin(async (tx) => {
				for (const turn of one.transaction)
					await Promise.all(turn.map(({ text, parameters }) => tx.unsafe(text, parameters, { prepare: true })))
			})
	}
}

/**
 * So many at a time for so long, or until `next` has no more: each the statements of one work, as fast as the database and its
 * driver let one process.
 */
export async function replayMany(
	sql: postgres.Sql,
	next: () => readonly Recorded[] | null,
	{ connections, seconds }: { connections: number; seconds: number },
): Promise<Sample> {
	const latencies: number[] = []
	const began = performance.now()
	const until = began + seconds * 1000
	let ended = began
	const one = async () => {
		for (let at = performance.now(); at < until; at = performance.now()) {
			const recorded = next()
			if (recorded === null) return
			await replay(sql, recorded)
			ended = performance.now()
			latencies.push(ended - at)
		}
	}
	await Promise.all(Array.from({ length: connections }, one))
	return { perSecond: latencies.length / ((ended - began) / 1000), latencies: latencies.sort((a, b) => a - b) }
}
