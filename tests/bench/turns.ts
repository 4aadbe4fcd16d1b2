import { processorTimeOf, processorTimesOfAll, usedBetween } from './app/usage.ts'
import type { Sample } from './figures.ts'
import type { Measure, Pace } from './works/bench.ts'

/** One of those that are measured in turn. */
export type Part = (pace: Pace) => Promise<Sample>

export interface Pids {
	/** What is measured: the application, all its processes, or a floor. */
	own: readonly number[]
	/** PostgreSQL's first process. */
	database: number
	/** What makes the load. */
	load: number
}

/** The use case with the processor time that each of its works took. */
export function metered(run: Measure, pids: Pids): Part {
	const used = () => ({
		own: pids.own.reduce((sum, pid) => sum + processorTimeOf(pid), 0),
		database: processorTimesOfAll(pids.database),
		load: processorTimeOf(pids.load),
	})
	return async (pace) => {
		const before = used()
		const { sample, putBack } = await run(pace)
		const after = used()
		await putBack?.()
		const works = sample.latencies.length
		const cpu = {
			own: (after.own - before.own) / works,
			database: usedBetween(before.database, after.database) / works,
			load: (after.load - before.load) / works,
		}
		return { ...sample, cpu }
	}
}

/** Warms each part up, and then measures each in every round, in turn, beginning with another one each time. */
export async function inTurn(parts: readonly Part[], rounds: number, pace: Pace): Promise<Sample[][]> {
	const samples = parts.map((measure): { measure: Part; taken: Sample[] } => ({ measure, taken: [] }))
	for (const measure of parts) await measure({ ...pace, seconds: Math.min(pace.seconds, 2) })
	for (let round = 0; round < rounds; round++) {
		const first = round % samples.length
		for (const { measure, taken } of [...samples.slice(first), ...samples.slice(0, first)])
			taken.push(await measure(pace))
	}
	return samples.map(({ taken }) => taken)
}
