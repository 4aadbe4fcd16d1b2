import type { Db, DbOrTx } from '#db/client.server.ts'
import { transaction } from './transaction.server.ts'

/** Thrown to undo a rehearsal; it is no failure. */
class RehearsalDone extends Error {}

/**
 * Does `work` under its own locks, keeps what it returns and undoes the rest: what an act would touch, by the very code that does
 * it. Nothing is written, and no message is queued.
 *
 * @throws as `work`
 */
export async function rehearse<T>(db: Db, work: (tx: DbOrTx) => Promise<T>): Promise<T> {
	const done: T[] = []
	const undo = new RehearsalDone('Rehearsed')
	try {
		await transaction(db, async (tx) => {
			// Begun anew, it counts from the last time.
			done.splice(0, done.length, await work(tx))
			throw undo
		})
	} catch (error) {
		if (error !== undo) throw error
	}
	const [result] = done
	if (result === undefined) throw undo
	return result
}
