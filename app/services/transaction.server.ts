import type { Db, DbOrTx } from '#db/client.server.ts'
import { LineFull, lastGrant, untilLineMoves } from '#db/queries/lock-line.ts'
import { limitLockWait } from '#db/queries/lock-wait.ts'
import { RetryTransaction } from '#db/queries/retry-transaction.ts'
import { contendedConstraints } from './contended.ts'
import { ServiceError } from './errors.ts'

/** Undone for another's sake: a serialisation failure, a deadlock, a lock that did not come free. */
const undone = new Set(['40001', '40P01', '55P03'])
const violations = new Set(['23P01', '23505'])

const attempts = 6
const patienceMs = 4_000
const lockWaitMs = 2_000
/** Less than this is not worth beginning for. */
const leastMs = 50
const lookAgainMs = 250
/** Who waits without a connection, and sees the line move, may wait for longer: but a browser does not wait for ever. */
const mostInLineMs = 15_000

/**
 * Runs `work` in one transaction and begins it anew, after a little random wait, when it was undone by nobody's fault: another
 * transaction won a lock, a deadlock or one of the contended constraints, or what was read before the locks has changed. All
 * attempts end within four seconds of the first. For a row that too many wait for, it waits without a connection, for four
 * seconds after somebody last got the row.
 *
 * @throws ServiceError busy, with the last failure as its cause
 */
export async function transaction<T>(db: Db, work: (tx: DbOrTx) => Promise<T>): Promise<T> {
	let deadline: number | undefined
	const began = performance.now()
	const left = () => (deadline === undefined ? patienceMs : deadline - performance.now())
	for (let attempt = 1; ; ) {
		try {
			return await db.transaction(async (tx) => {
				// Waiting for a connection is bounded by itself, and does not count.
				deadline ??= performance.now() + patienceMs
				if (left() < lockWaitMs) await limitLockWait(tx, Math.max(left(), leastMs))
				return work(tx)
			})
		} catch (error) {
			const full = causeOf(error, LineFull)
			if (!full && !mayPass(error)) throw error
			const moved = full && lastGrant(full.rowId)
			if (moved && moved - began < mostInLineMs) deadline = Math.max(deadline ?? 0, moved + patienceMs)
			if (attempt === attempts || left() < leastMs) throw busy(error)
			if (full) await untilLineMoves(full.rowId, Math.min(left(), lookAgainMs))
			else await pause(Math.min(Math.random() * 20 * 2 ** attempt++, left()))
		}
	}
}

function mayPass(error: unknown): boolean {
	if (causeOf(error, RetryTransaction)) return true
	const state = sqlState(error) ?? ''
	return undone.has(state) || (violations.has(state) && contendedConstraints.has(constraintOf(error) ?? ''))
}

function busy(cause: unknown): ServiceError {
	return new ServiceError('busy', 'The database could not finish in time', [], { cause })
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms))
}

function causeOf<E extends Error>(error: unknown, kind: new (...args: never[]) => E): E | null {
	if (!(error instanceof Error)) return null
	return error instanceof kind ? error : causeOf(error.cause, kind)
}

/** PostgreSQL's five-character code of an error, also where a library wrapped it; null for any other error. */
export function sqlState(error: unknown): string | null {
	if (!(error instanceof Error)) return null
	if ('code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)) return error.code
	return sqlState(error.cause)
}

/** The name of the constraint that refused a row; null for any other error. */
export function constraintOf(error: unknown): string | null {
	if (!(error instanceof Error)) return null
	if ('constraint_name' in error && typeof error.constraint_name === 'string') return error.constraint_name
	return constraintOf(error.cause)
}
