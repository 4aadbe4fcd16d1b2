import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Db } from '#db/client.server.ts'
import * as schema from '#db/schema/index.ts'

export type Parameter = postgres.ParameterOrJSON<never>

export interface Statement {
	text: string
	parameters: Parameter[]
}

/** Statements as the application sent them; those of one transaction together, turn by turn: what went out in one go is one. */
export type Recorded = { statement: Statement } | { transaction: Statement[][] }

export interface Recorder {
	/** A pool like the application's, which keeps what goes through it. */
	db: Db
	/** What went through since the last time, in its order. */
	take(): Recorded[]
	close(): Promise<void>
}

export function startRecorder(url: string): Recorder {
	let recorded: Recorded[] = []
	const open = new Map<number, { turns: Statement[][]; last: number }>()
	const turnNow = turnCounter()
	const client = postgres(url, {
		max: 4,
		onnotice: () => {},
		connection: { TimeZone: 'UTC' },
		debug: (connection, text, parameters: Parameter[]) => {
			const word = text.trim().toLowerCase()
			const transaction = open.get(connection)
			if (word === 'begin') {
				const turns: Statement[][] = []
				open.set(connection, { turns, last: -1 })
				recorded.push({ transaction: turns })
			} else if (word === 'commit' || word === 'rollback') open.delete(connection)
			else if (transaction) {
				const turn = turnNow()
				if (turn !== transaction.last) transaction.turns.push([])
				transaction.last = turn
				transaction.turns.at(-1)?.push({ text, parameters: [...parameters] })
			}
			// What the driver asks for itself at the start has no place in a request.
			else if (!text.includes('pg_catalog')) recorded.push({ statement: { text, parameters: [...parameters] } })
		},
	})
	return {
		db: drizzle(client, { schema }),
		take: () => {
			const taken = recorded
			recorded = []
			return taken
		},
		close: () => client.end({ timeout: 2 }),
	}
}

export function statementsIn(recorded: readonly Recorded[]): Statement[] {
	return recorded.flatMap((one) => ('statement' in one ? [one.statement] : one.transaction.flat()))
}

/** The number of the present turn of the event loop. */
function turnCounter(): () => number {
	let turn = 0
	let isRunning = false
	return () => {
		if (!isRunning) {
			isRunning = true
			setImmediate(() => {
				turn += 1
				isRunning = false
			})
		}
		return turn
	}
}
