import { type Figures, figuresOf, ratesOf } from './figures.ts'
import { ratioOf } from './ratio.ts'
import { inTurn, metered } from './turns.ts'
import type { Bench, Pace, Work } from './works/bench.ts'

export interface Measured {
	app: Figures
	floors: { name: string; figures: Figures }[]
	/** The middle of the rounds' own ratios, app to first floor: what shook both in a round shakes it less. */
	ratio: number
}

/** The work and the floors beneath it, in turn. */
export async function measure(bench: Bench, work: Work, rounds: number, pace: Pace): Promise<Measured> {
	const { databasePid: database, load, floors } = bench
	const pids = { database, load: load.pid }
	const [app = [], ...beneath] = await inTurn(
		[
			metered(work.app, { ...pids, own: bench.apps.map(({ pid }) => pid) }),
			...work.floors.map(({ measure }) => metered(measure, { ...pids, own: [floors.pid] })),
		],
		rounds,
		pace,
	)
	return {
		app: figuresOf(app),
		floors: work.floors.map(({ name }, index) => ({ name, figures: figuresOf(beneath[index] ?? []) })),
		ratio: ratioOf(ratesOf(app), ratesOf(beneath[0] ?? [])).ratio,
	}
}

/**
 * Before anything is measured: the processes are new, and their code is compiled while it runs. Whatever came first would pay for it,
 * and the application, which has the most code, the most.
 */
export async function warmUp({ app, floors }: Work, connections: number): Promise<void> {
	for (const [run, seconds] of [[app, 6] as const, ...floors.map(({ measure }) => [measure, 1] as const)]) {
		const { putBack } = await run({ connections, seconds })
		await putBack?.()
	}
}
