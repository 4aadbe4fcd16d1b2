import type { Db, DbOrTx } from '#db/client.server.ts'
import { ServiceError } from './errors.ts'

/** Undone by nobody's fault: another transaction won. The same work may be tried again. */
const passing = new Set(['40001', '40P01', '55P03', '23P01', '23505'])
const attempts = 6

/**
 * Runs `work` in one transaction and tries it again, five times at most with a little random wait, when PostgreSQL undid
 * it for another's sake (deadlock, lock or serialisation failure, an exclusion or a
 * unique key that another's commit made true: asked again, the rules then see that row). After that the caller is told that it is busy.
 */
export async function transaction<T>(db: Db, work: (tx: DbOrTx) => Promise<T>): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await db.transaction(work)
		} catch (error) {
			if (!passing.has(sqlState(error) ?? '')) throw error
			if (attempt === attempts) throw new ServiceError('busy', 'The database could not finish in time')
			await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt))
		}
	}
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
