import { withConnection } from '#sandbox/postgres/databases.ts'
import type { Comparison, Options } from '../options.ts'
import { type Ground, openApp, openSite } from '../site.ts'
import type { Site } from '../works/bench.ts'
import { pinApart } from './pin.ts'

/** One of those that are compared. */
export interface Side {
	/** Of what is compared: bookings, users at once, or processes. */
	number: number
	site: Site
	connections: number
}

/** All of them, ready. Whichever is not under load stands idle. */
export async function openSides(ground: Ground, { kind, of }: Comparison, options: Options): Promise<Side[]> {
	const sides = await sidesOf[kind](ground, of, options)
	// What filling left in memory is written now, and not while somebody is measured.
	await withConnection(ground.server.adminUrl, (sql) => sql.unsafe('checkpoint'))
	return sides
}

const sidesOf: Readonly<
	Record<Comparison['kind'], (ground: Ground, of: readonly number[], options: Options) => Promise<Side[]>>
> = {
	growth: async (ground, of, { connections }) => {
		const sides: Side[] = []
		for (const number of of) sides.push({ number, site: await openSite(ground, number), connections })
		return sides
	},
	connections: async (ground, of, { bookings }) => {
		const site = await openSite(ground, bookings)
		return of.map((number) => ({ number, site, connections: number }))
	},
	processes: async (ground, [one = 1, two = 2], { bookings, connections }) => {
		const site = await openSite(ground, bookings)
		const [first] = site.apps
		const second = await openApp(ground, site.benchData, first)
		ground.log(pinApart([first.pid, second.pid]))
		return [
			{ number: one, site, connections },
			{ number: two, site: { ...site, apps: [first, second] }, connections },
		]
	},
}
