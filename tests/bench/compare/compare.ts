import { figuresOf } from '../figures.ts'
import type { Comparison, Options } from '../options.ts'
import { ratioOf } from '../ratio.ts'
import type { Ground } from '../site.ts'
import { inTurn, metered, type Part } from '../turns.ts'
import { deedOf } from '../works/deeds.ts'
import { type Compared, headingOf, ratioText, sideText } from './results.ts'
import { openSides, type Side } from './sides.ts'

/** Measures every work on each side in turn, round by round, and compares each side with the first. */
export async function compare(ground: Ground, comparison: Comparison, options: Options): Promise<Compared[]> {
	const { log, server, load } = ground
	const { kind } = comparison
	const { connections, seconds, rounds } = options
	const sides = await openSides(ground, comparison, options)
	const all: Compared[] = []
	log(headingOf(kind))
	for (const work of options.works) {
		const parts = sides.map(({ site, connections }: Side): Part => {
			const own = site.apps.map(({ pid }) => pid)
			const measure = metered(deedOf(site, work), { own, database: server.pid, load: load.pid })
			return (pace) => measure({ ...pace, connections })
		})
		const taken = await inTurn(parts, rounds, { connections, seconds })
		const [first, ...others] = sides.map(({ number }, index) => {
			const samples = taken[index] ?? []
			return { number, samples, figures: figuresOf(samples) }
		})
		if (!first) throw new Error('There is nothing to compare with')
		log(sideText(work, first))
		for (const other of others) {
			const compared = { kind, work, sides: [first, other], ...ratioOf(other.samples, first.samples) } as const
			all.push(compared)
			log(sideText('', other))
			log(ratioText(compared))
		}
	}
	return all
}
