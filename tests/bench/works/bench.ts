import type { App } from '../app/process.ts'
import type { Helper } from '../child.ts'
import type { BenchData } from '../data/open.ts'
import type { Sample } from '../figures.ts'
import type { FloorOrder, FloorReply } from '../floors/orders.ts'
import type { Order } from '../load/orders.ts'

export type LoadReply = { sample: Sample } | { error: string }

/** An application on a world, in as many processes as it has, and what makes the load on it. */
export interface Site {
	benchData: BenchData
	apps: readonly [App, ...App[]]
	load: Helper<Order, LoadReply>
}

/** Everything that a measurement against floors needs. */
export interface Bench extends Site {
	floors: Helper<FloorOrder, FloorReply>
	databasePid: number
}

export interface Pace {
	connections: number
	seconds: number
}

export interface Measurement {
	sample: Sample
	/** What puts the world back as it was; it is no part of what was measured. */
	putBack?: () => Promise<void>
}

export type Measure = (pace: Pace) => Promise<Measurement>

/** One thing that is measured: the application's part, and the floors beneath it. */
export interface Work {
	app: Measure
	/** The first is the one that the ratio is taken of. */
	floors: readonly { name: string; measure: Measure }[]
	/** In a word or two: what a page weighs, how many statements it takes. */
	about: string
}

/** Where the application listens. */
export const originsOf = ({ apps }: Site) => apps.map(({ origin }) => origin)

/** @throws Error when anything was answered otherwise than it should */
export async function loaded({ load }: Site, order: Order): Promise<Sample> {
	const reply = await load.ask(order)
	if ('error' in reply) throw new Error(reply.error)
	return reply.sample
}

export async function asked<K extends FloorReply['kind']>(
	bench: Bench,
	order: FloorOrder,
	kind: K,
): Promise<Extract<FloorReply, { kind: K }>> {
	const reply = await bench.floors.ask(order)
	if (reply.kind === 'failed') throw new Error(reply.error)
	if (!isOf(reply, kind)) throw new Error(`The floors answered ${reply.kind}`)
	return reply
}

function isOf<K extends FloorReply['kind']>(reply: FloorReply, kind: K): reply is Extract<FloorReply, { kind: K }> {
	return reply.kind === kind
}
