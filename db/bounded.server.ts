import type postgres from 'postgres'

/** No connection became free in time, or none could be opened. What was to be done has not begun. */
export class PoolTimeout extends Error {
	override readonly name = 'PoolTimeout'
	readonly code = 'POOL_TIMEOUT'
}

/** What of the driver's statements is not in its types: `state` is set when it is sent. */
interface Statement {
	state: unknown
	resolve(answer: unknown): void
	reject(error: Error): void
	cancel(): void
}

/**
 * The same pool, in which nothing waits for a connection for longer than `ms`. What is sent has a deadline of the driver's
 * (`answer_timeout`); a transaction that was given up is not begun when its turn comes after all.
 */
export function bounded(client: postgres.Sql, ms: number): postgres.Sql {
	return new Proxy(client, {
		get(target, name) {
			if (name === 'unsafe')
				return (...args: Parameters<typeof target.unsafe>) => {
					const statement = target.unsafe(...args)
					if (isStatement(statement)) limit(statement, ms)
					return statement
				}
			if (name === 'begin') return (work: (tx: postgres.TransactionSql) => unknown) => begin(target, work, ms)
			return Reflect.get(target, name)
		},
	})
}

function isStatement(value: unknown): value is Statement {
	return value instanceof Promise && 'state' in value && 'resolve' in value && 'reject' in value && 'cancel' in value
}

function limit(statement: Statement, ms: number): void {
	const { resolve, reject } = statement
	const timer = setTimeout(() => {
		if (statement.state !== null) return
		reject(new PoolTimeout('No connection in time'))
		// Out of the driver's list, so that it is not done when nobody waits for it any more.
		statement.cancel()
	}, ms)
	statement.resolve = (answer) => {
		clearTimeout(timer)
		resolve(answer)
	}
	statement.reject = (error) => {
		clearTimeout(timer)
		reject(error)
	}
}

async function begin(client: postgres.Sql, work: (tx: postgres.TransactionSql) => unknown, ms: number) {
	let timer: NodeJS.Timeout | undefined
	let late: PoolTimeout | null = null
	const tooLate = new Promise<never>((_, reject) => {
		timer = setTimeout(() => {
			late = new PoolTimeout('No connection in time')
			reject(late)
		}, ms)
	})
	const done = client.begin((tx) => {
		clearTimeout(timer)
		if (late) throw late
		return work(tx)
	})
	try {
		return await Promise.race([done, tooLate])
	} finally {
		clearTimeout(timer)
	}
}
