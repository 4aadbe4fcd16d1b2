import { type Figures, figuresOf, type Sample } from './figures.ts'
import type { Pace, Work } from './works/bench.ts'

export interface Measured {
	app: Figures
	floors: { name: string; figures: Figures }[]
	/** The middle of the rounds' own ratios, app to first floor: what shook both in a round shakes it less. */
	ratio: number
}

/** Warms each up, and then measures each in every round, in turn, beginning with another one each time. */
export async function measure(work: Work, rounds: number, pace: Pace): Promise<Measured> {
	const parts = [{ name: 'app', measure: work.app }, ...work.floors]
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
