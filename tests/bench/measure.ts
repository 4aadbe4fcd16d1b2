import { processorTimeOf, processorTimeOfAll } from './app/usage.ts'
import { type Figures, figuresOf, type Sample } from './figures.ts'
import type { Bench, Measurement, Pace, Work } from './works/bench.ts'

export interface Measured {
	app: Figures
	floors: { name: string; figures: Figures }[]
	/** The middle of the rounds' own ratios, app to first floor: what shook both in a round shakes it less. */
	ratio: number
}

/** Warms each up, and then measures each in every round, in turn, beginning with another one each time. */
export async function measure(bench: Bench, work: Work, rounds: number, pace: Pace): Promise<Measured> {
	const metered = (measure: (pace: Pace) => Promise<Measurement>, pid: number) => async (pace: Pace) => {
		const before = { own: processorTimeOf(pid), database: processorTimeOfAll(bench.databasePid) }
		const { sample, putBack } = await measure(pace)
		const works = sample.latencies.length
		const own = (processorTimeOf(pid) - before.own) / works
		const database = (processorTimeOfAll(bench.databasePid) - before.database) / works
		await putBack?.()
		return { ...sample, cpu: { own, database } }
	}
	const parts = [
		{ name: 'app', measure: metered(work.app, bench.app.pid) },
		...work.floors.map(({ name, measure }) => ({ name, measure: metered(measure, bench.floors.pid) })),
	]
	const samples = new Map<string, Sample[]>(parts.map(({ name }) => [name, []]))
	const warm = { ...pace, seconds: Math.min(pace.seconds, 2) }
	for (const part of parts) await part.measure(warm)
	for (let round = 0; round < rounds; round++) {
		const first = round % parts.length
		for (const part of [...parts.slice(first), ...parts.slice(0, first)]) {
			samples.get(part.name)?.push(await part.measure(pace))
		}
	}
	const of = (name: string) => samples.get(name) ?? []
	const floor = work.floors[0]?.name ?? ''
	const ratios = of('app').map(({ perSecond }, round) => perSecond / (of(floor)[round]?.perSecond ?? Number.NaN))
	return {
		app: figuresOf(of('app')),
		floors: work.floors.map(({ name }) => ({ name, figures: figuresOf(of(name)) })),
		ratio: figuresOf(ratios.map((perSecond) => ({ perSecond, latencies: [] }))).perSecond,
	}
}
