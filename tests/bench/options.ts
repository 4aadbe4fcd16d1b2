import { parseArgs } from 'node:util'

export const workNames = [
	'calendar',
	'staff-calendar',
	'booking',
	'booking-one-place',
	'day-sheet',
	'queue',
	'sign-in',
	'home',
] as const

export type WorkName = (typeof workNames)[number]

export interface Options {
	/** One line for a program at the end. */
	json: boolean
	/** Within three minutes on a quiet machine: short rounds, and fewer floors. */
	quick: boolean
	works: readonly WorkName[]
	/** Also how long a slow phone takes to draw a page. */
	paint: boolean
	/** Bookings that lie in the world before anything is measured. */
	bookings: number
	/** Rounds of each work, app and floors in turn. */
	rounds: number
	/** Users at once. */
	connections: number
	/** Seconds that one measurement lasts at most. */
	seconds: number
}

/** @throws Error one sentence that says what cannot be done with the arguments */
export function readOptions(args: string[]): Options {
	const { values } = parseArgs({
		args,
		options: {
			json: { type: 'boolean', default: false },
			quick: { type: 'boolean', default: false },
			only: { type: 'string' },
			paint: { type: 'boolean', default: false },
			bookings: { type: 'string', default: '50000' },
			rounds: { type: 'string' },
			connections: { type: 'string', default: '16' },
			seconds: { type: 'string' },
		},
	})
	const { json, quick, paint } = values
	const wanted = values.only?.split(',')
	const unknown = wanted?.filter((name) => !workNames.some((known) => known === name)) ?? []
	if (unknown.length > 0) throw new Error(`There is no work ${unknown.join(', ')}. There are: ${workNames.join(', ')}.`)
	return {
		json,
		quick,
		paint,
		works: workNames.filter((name) => wanted?.includes(name) ?? true),
		bookings: positive('bookings', values.bookings),
		connections: positive('connections', values.connections),
		rounds: positive('rounds', values.rounds ?? (quick ? '2' : '5')),
		seconds: positive('seconds', values.seconds ?? (quick ? '1.5' : '4')),
	}
}

function positive(name: string, text: string): number {
	const number = Number(text)
	if (!(number > 0)) throw new Error(`--${name} takes a number above zero, and ${text} is none.`)
	return number
}
