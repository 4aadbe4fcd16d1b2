import { stateOf } from '#app/domain/funds/top-up.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type TopUpChange, type TopUpRow, updateTopUp } from '#db/queries/funds/top-ups.ts'

/** Writes a change of a top-up, which must be locked, together with the state that follows from it. */
export async function changeTopUp(tx: DbOrTx, topUp: TopUpRow, change: Omit<TopUpChange, 'state'>): Promise<TopUpRow> {
	return updateTopUp(tx, topUp.id, { ...change, state: stateOf({ ...topUp, ...change }) })
}
