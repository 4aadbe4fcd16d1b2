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

/** What may be compared with itself in one run. */
export type ComparisonKind = 'growth' | 'connections' | 'processes'

export interface Comparison {
	kind: ComparisonKind
	/** Bookings in the data sets, users at once, or processes: the first is what the others are compared with. */
	of: readonly number[]
}

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
	/** Instead of floors: the application against itself, with more of something. */
	comparison: Comparison | null
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
			against: { type: 'string' },
			processes: { type: 'string', default: '1' },
			rounds: { type: 'string' },
			connections: { type: 'string', default: '16' },
			seconds: { type: 'string' },
		},
	})
	const { json, quick, paint } = values
	const wanted = values.only?.split(',')
	const unknown = wanted?.filter((name) => !workNames.some((known) => known === name)) ?? []
	if (unknown.length > 0) throw new Error(`There is no work ${unknown.join(', ')}. There are: ${workNames.join(', ')}.`)
	const bookings = whole('bookings', values.bookings)
	const numbers = values.connections.split(',').map((text) => whole('connections', text))
	const comparison = comparisonIn(
		bookings,
		values.against === undefined ? null : whole('against', values.against),
		numbers,
		whole('processes', values.processes),
	)
	if (comparison && (quick || paint))
		throw new Error(`--${quick ? 'quick' : 'paint'} belongs to the floors, and this run compares ${comparison.kind}.`)
	// Of one round nobody can say how far off it is.
	if (comparison && values.rounds !== undefined && whole('rounds', values.rounds) < 3)
		throw new Error(`A comparison takes at least three --rounds, and ${values.rounds} are too few.`)
	const [usualRounds, usualSeconds] = comparison ? ['9', '3'] : quick ? ['2', '1.5'] : ['5', '4']
	return {
		json,
		quick,
		paint,
		works: workNames.filter((name) => wanted?.includes(name) ?? true),
		bookings,
		connections: Math.min(...numbers),
		rounds: whole('rounds', values.rounds ?? usualRounds),
		seconds: positive('seconds', values.seconds ?? usualSeconds),
		comparison,
	}
}

function comparisonIn(
	bookings: number,
	against: number | null,
	connections: readonly number[],
	processes: number,
): Comparison | null {
	const asked: Comparison[] = []
	if (against !== null) asked.push({ kind: 'growth', of: inOrder('against', [against, bookings]) })
	if (connections.length > 1) asked.push({ kind: 'connections', of: inOrder('connections', connections) })
	if (processes > 2) throw new Error(`--processes takes 1 or 2, and ${processes} is neither.`)
	if (processes === 2) asked.push({ kind: 'processes', of: [1, processes] })
	if (asked.length > 1)
		throw new Error(
			`One run compares one thing, and this one is to compare ${asked.map(({ kind }) => kind).join(' and ')}.`,
		)
	if (processes > Math.min(...connections)) throw new Error('--processes 2 takes at least two --connections.')
	return asked[0] ?? null
}

/** Smallest first. */
function inOrder(name: string, numbers: readonly number[]): number[] {
	if (new Set(numbers).size < numbers.length)
		throw new Error(`--${name} compares different numbers, and ${numbers.join(' and ')} are not.`)
	return [...numbers].sort((a, b) => a - b)
}

function whole(name: string, text: string): number {
	if (!Number.isInteger(positive(name, text))) throw new Error(`--${name} takes a whole number, and ${text} is none.`)
	return Number(text)
}

function positive(name: string, text: string): number {
	const number = Number(text)
	if (!(number > 0)) throw new Error(`--${name} takes a number above zero, and ${text} is none.`)
	return number
}
