import { sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { RetryTransaction } from '../retry-transaction.ts'
import { ids } from '../statement.ts'
import { lockSessions } from '../timetable/lock-sessions.ts'
import { selectBooking } from './read.ts'
import type { BookingWithParty } from './row.ts'

/**
 * Locks the sessions of bookings whose places are about to be given up, by id, before the bookings themselves are touched.
 * None of the bookings can move to another session then.
 *
 * @throws RetryTransaction one has moved since it was read: its place is in a session that is not locked
 */
export async function lockSessionsOfBookings(
	tx: DbOrTx,
	bookings: readonly { id: string; sessionId: string | null }[],
): Promise<void> {
	const places = bookings.map(({ sessionId }) => sessionId).filter((id) => id !== null)
	await lockSessions(tx, places)
	const sessionIds = ids(places)
	const bookingIds = ids(bookings.map(({ id }) => id))
	const elsewhere = await tx.execute(sql`
		select from booking where id = any(${bookingIds}) and session_id is not null and session_id <> all(${sessionIds})`)
	if (elsewhere.length > 0) throw new RetryTransaction('A booking has moved meanwhile')
}

/** Locks one booking, once its session is locked, and reads it as it stands now. */
export async function lockBooking(tx: DbOrTx, id: string): Promise<BookingWithParty> {
	await tx.execute(sql`select id from booking where id = ${id}::uuid for no key update`)
	const booking = await selectBooking(tx, { id })
	if (!booking) throw new Error('A booking is never deleted')
	return booking
}
