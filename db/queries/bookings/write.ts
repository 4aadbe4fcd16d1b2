import { and, eq, sql } from 'drizzle-orm'
import { type BookingState, liveStates } from '#app/domain/booking/booking.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { booking, bookingVisitor } from '#db/schema/index.ts'

export type BookingRow = typeof booking.$inferSelect
export type BookingWithParty = BookingRow & { visitorIds: string[] }
export type NewBooking = typeof booking.$inferInsert

/** Writes a booking with its party, in one statement. The triggers take its place in the session. */
export async function insertBooking(
	tx: DbOrTx,
	row: NewBooking,
	visitorIds: readonly string[],
): Promise<BookingWithParty> {
	const live = liveStates.some((state) => state === row.state)
	// The party goes first in the text; its foreign key is checked when the whole statement is done.
	const party = tx.$with('party').as(
		tx
			.insert(bookingVisitor)
			.values(
				visitorIds.map((visitorId) => ({
					bookingId: row.id,
					visitorId,
					live,
					startsAt: row.startsAt,
					endsAt: row.endsAt,
				})),
			)
			.returning({ bookingId: bookingVisitor.bookingId }),
	)
	const [made] = await tx.with(party).insert(booking).values(row).returning()
	if (!made) throw new Error('The booking was not written')
	return { ...made, visitorIds: [...visitorIds].sort() }
}

/**
 * Changes a booking that is still in one of the states `from`; null when it no longer is, and nothing was written.
 */
export async function updateBooking(
	tx: DbOrTx,
	id: string,
	from: readonly BookingState[],
	change: Partial<NewBooking>,
): Promise<BookingRow | null> {
	const [row] = await tx
		.update(booking)
		.set(change)
		.where(and(eq(booking.id, id), sql`${booking.state} = any(${`{${from.join(',')}}`}::text[])`))
		.returning()
	return row ?? null
}

/** Gives up somebody's own holds for a prisoner, but for `except`, when their next hold or booking takes their place. */
export async function giveUpHold(
	tx: DbOrTx,
	hold: { madeBy: string; prisonerId: string; now: Date; except: string | null },
): Promise<void> {
	await tx
		.update(booking)
		.set({ state: 'cancelled', cancelledBy: 'visitor', reason: 'replaced', endedAt: hold.now })
		.where(
			and(
				eq(booking.prisonerId, hold.prisonerId),
				eq(booking.state, 'held'),
				sql`${booking.id} is distinct from ${hold.except}::uuid`,
				sql`coalesce(${booking.bookerId}, ${booking.bookedBy}) = ${hold.madeBy}::uuid`,
			),
		)
}
