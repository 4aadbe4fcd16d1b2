import { asc, inArray, type SQL, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { booking } from '#db/schema/index.ts'
import type { BookingWithParty } from '../bookings/row.ts'
import { at, ids } from '../statement.ts'

/** Whose or which bookings an event may touch. */
export type BookingScope =
	| { prisonerIds: readonly string[] }
	| { visitorIds: readonly string[] }
	| { prisonerId: string; visitorId: string }
	| { sessionId: string }
	| { bookingIds: readonly string[] }

/** Confirmed, and not over: neither by the time the family was told nor by the session's own. */
export const isToCome = (now: Date): SQL => sql`b.state = 'confirmed' and (b.ends_at > ${at(now)}
	or exists (select from visit_session s where s.id = b.session_id and s.ends_at > ${at(now)}))`

function isInScope(scope: BookingScope): SQL {
	const inParty = (visitors: SQL) =>
		sql`b.id in (select booking_id from booking_visitor where live and visitor_id = any(${visitors}))`
	if ('prisonerIds' in scope) return sql`b.prisoner_id = any(${ids(scope.prisonerIds)})`
	if ('visitorIds' in scope) return inParty(ids(scope.visitorIds))
	if ('prisonerId' in scope)
		return sql`b.prisoner_id = ${scope.prisonerId}::uuid and ${inParty(ids([scope.visitorId]))}`
	if ('sessionId' in scope) return sql`b.session_id = ${scope.sessionId}::uuid`
	return sql`b.id = any(${ids(scope.bookingIds)})`
}

/**
 * Locks the confirmed bookings to come that an event may touch, by id, and reads them. An event writes first and locks after:
 * of two that touch one booking at the same moment, the second to get it sees what both have written.
 */
export async function lockConfirmed(tx: DbOrTx, scope: BookingScope, now: Date): Promise<BookingWithParty[]> {
	const locked = await tx.execute<{ id: string }>(
		sql`select b.id from booking b where ${isInScope(scope)} and ${isToCome(now)} order by b.id for no key update of b`,
	)
	return selectBookings(
		tx,
		locked.map((row) => row.id),
	)
}

/** The same bookings before anything is locked, with where they are. */
export function selectConfirmed(
	db: DbOrTx,
	scope: BookingScope,
	now: Date,
): Promise<{ id: string; sessionId: string | null }[]> {
	return db.execute<{ id: string; sessionId: string | null }>(
		sql`select b.id, b.session_id as "sessionId" from booking b where ${isInScope(scope)} and ${isToCome(now)}`,
	)
}

/** Bookings with their parties, by id. */
export async function selectBookings(db: DbOrTx, bookingIds: readonly string[]): Promise<BookingWithParty[]> {
	if (bookingIds.length === 0) return []
	const rows = await db
		.select({
			row: booking,
			visitorIds: sql<
				string[]
			>`array(select visitor_id::text from booking_visitor where booking_id = ${booking.id} order by visitor_id)`,
		})
		.from(booking)
		.where(inArray(booking.id, [...bookingIds]))
		.orderBy(asc(booking.id))
	return rows.map(({ row, visitorIds }) => ({ ...row, visitorIds }))
}
