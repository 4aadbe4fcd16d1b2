import { sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { at, mapResult, type PendingQuery, rowsStatement } from '../statement.ts'
import { type BookingText, type BookingWithParty, bookingWithParty, toBooking } from './row.ts'

/** Requests that are to lapse at an instant or were to before it, the earliest first. */
export async function selectRequestsToLapse(db: DbOrTx, now: Date, limit: number): Promise<string[]> {
	const rows = await db.execute<{ id: string }>(sql`
		select id from booking where state = 'requested' and lapses_at <= ${at(now)} order by lapses_at, id limit ${limit}`)
	return rows.map(({ id }) => id)
}

/** When the next request lapses after an instant; null when none waits. */
export async function nextRequestLapse(db: DbOrTx, after: Date): Promise<Date | null> {
	const [row] = await db.execute<{ next: string | null }>(
		sql`select to_json(min(lapses_at)) as next from booking where state = 'requested' and lapses_at > ${at(after)}`,
	)
	return row?.next ? new Date(row.next) : null
}

const pendingMove = rowsStatement<{ visitId: string }, BookingText>(
	'pending_move',
	(value) =>
		sql`select ${bookingWithParty} from booking where moves_id = ${value('visitId')}::uuid and state = 'requested'`,
)

/** The request that waits to move a visit; null when none does. */
export function selectPendingMove(db: DbOrTx, visitId: string): PendingQuery<BookingWithParty | null> {
	return mapResult(pendingMove(db, { visitId }), ([row]) => (row ? toBooking(row) : null))
}
