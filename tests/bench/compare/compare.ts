import { figuresOf, ratesOf, type Sample } from '../figures.ts'
import type { Comparison, Options, WorkName } from '../options.ts'
import { ratioOf } from '../ratio.ts'
import type { Ground } from '../site.ts'
import { inTurn, metered, type Part } from '../turns.ts'
import type { Pace } from '../works/bench.ts'
import { measureOf } from '../works/measures.ts'
import { type Compared, headingOf, ratioText, sideText } from './results.ts'
import { openSides, type Side } from './sides.ts'

/** Measures every work on each side in turn, round by round, and compares each side with the first. */
export async function compare(ground: Ground, comparison: Comparison, options: Options): Promise<Compared[]> {
	const { connections, seconds, rounds, works } = options
	const { kind } = comparison
	const sides = await openSides(ground, comparison, options)
	const all: Compared[] = []
	ground.log(headingOf(kind))
	for (const work of works) {
		await warmUp(sides, work, { connections, seconds: 2 * seconds })
		const parts = sides.map((side) => partOf(ground, side, work))
		const taken = await inTurn(parts, rounds, { connections, seconds })
		const [first, ...others] = sides.map(({ number }, index) => {
			const samples = taken[index] ?? []
			return { number, samples, figures: figuresOf(samples) }
		})
		if (!first) throw new Error('There is nothing to compare with')
		ground.log(sideText(work, first))
		for (const other of others) {
			const compared: Compared = {
				kind,
				work,
				sides: [first, other],
				...ratioOf(ratesOf(other.samples), ratesOf(first.samples)),
				byProcessorTime: kind === 'processes' ? ratioOf(ratesAlone(other), ratesAlone(first)) : null,
			}
			all.push(compared)
			ground.log(sideText('', other))
			ground.log(ratioText(compared))
		}
	}
	return all
}

function partOf({ server, load }: Ground, { site, connections }: Side, work: WorkName): Part {
	const own = site.apps.map(({ pid }) => pid)
	const measure = metered(measureOf(site, work), { own, database: server.pid, load: load.pid })
	return (pace) => measure({ ...pace, connections })
}

/** Each process by itself and for as long: code that is new to it costs it several times as much. */
async function warmUp(sides: readonly Side[], work: WorkName, pace: Pace): Promise<void> {
	const sites = sides.flatMap(({ site }) => site.apps.map((app) => [app, site] as const))
	for (const [app, site] of new Map(sites)) {
		const { putBack } = await measureOf({ ...site, apps: [app] }, work)(pace)
		await putBack?.()
	}
}

/** Works a second, if each process did nothing else on a core of its own. */
function ratesAlone({ number, samples }: { number: number; samples: readonly Sample[] }): number[] {
	return samples.map(({ cpu }) => (number * 1000) / (cpu?.own ?? 0))
}
