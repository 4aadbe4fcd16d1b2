import { sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { at, ids } from '../statement.ts'

/** Gives up the places of holds in these sessions that ran out. The sessions must be locked by the caller. */
export async function expireHoldsIn(
	tx: DbOrTx,
	sessionIds: readonly string[],
	now: Date,
): Promise<{ id: string; facilityId: string }[]> {
	return tx.execute<{ id: string; facilityId: string }>(sql`
		update booking set state = 'expired', ended_at = hold_until
		where session_id = any(${ids(sessionIds)}) and state = 'held' and hold_until <= ${at(now)}
		returning id, facility_id as "facilityId"`)
}
