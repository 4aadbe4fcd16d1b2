import { and, eq, sql } from 'drizzle-orm'
import { type BookingState, liveStates } from '#app/domain/bookings/booking.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { booking } from '#db/schema/index.ts'
import { idList, mapResult, type PendingQuery, rowsStatement } from '../statement.ts'
import {
	type BookingRow,
	type BookingValues,
	type BookingWithParty,
	bookingColumns,
	bookingNames,
	bookingValues,
} from './row.ts'

// The party goes first in the text; its foreign key is checked when the whole statement is done.
const inserting = rowsStatement<BookingValues & { visitorIds: string; live: boolean }, never>(
	'insert_booking',
	(value) => sql`
		with party as (insert into booking_visitor (booking_id, visitor_id, live, starts_at, ends_at)
			select ${value('id')}::uuid, unnest(${value('visitorIds')}::uuid[]), ${value('live')}::boolean,
				${value('startsAt')}::timestamptz, ${value('endsAt')}::timestamptz)
		insert into booking (${bookingColumns}) values (${sql.join(bookingNames.map(value), sql`, `)})`,
)

/** What most new bookings have none of. */
const without = {
	idempotencyKey: null,
	bookerId: null,
	bookedBy: null,
	sessionId: null,
	roomId: null,
	setting: null,
	holdUntil: null,
	capacityLifted: false,
	liftedCodes: [],
	liftReason: null,
	askFor: [],
	consents: [],
	cancelledBy: null,
	reason: null,
	movesId: null,
	requestedAt: null,
	lapsesAt: null,
	remindAt: null,
	endedAt: null,
	version: 0,
}

export type NewBooking = Omit<BookingRow, keyof typeof without> & Partial<Pick<BookingRow, keyof typeof without>>

/** Writes a booking with its party, in one statement. The triggers take its place in the session. */
export function insertBooking(
	tx: DbOrTx,
	row: NewBooking,
	visitorIds: readonly string[],
): PendingQuery<BookingWithParty> {
	const created: BookingRow = { ...without, ...row }
	const live = liveStates.some((state) => state === created.state)
	const statement = inserting(tx, { ...bookingValues(created), visitorIds: idList(visitorIds), live })
	return mapResult(statement, () => ({ ...created, visitorIds: [...visitorIds].sort() }))
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

type ConfirmValues = Pick<BookingValues, 'id' | 'state' | 'requestedAt' | 'lapsesAt' | 'remindAt' | keyof PlaceColumns>
/** When a request was made and lapses; when a visit that is confirmed at once is next reminded of. */
export type DueTimes = Pick<BookingRow, 'requestedAt' | 'lapsesAt' | 'remindAt'>
export type PlaceColumns = Pick<
	BookingRow,
	'facilityId' | 'sessionId' | 'roomId' | 'area' | 'startsAt' | 'endsAt' | 'blockedUntil' | 'setting'
>

const confirming = rowsStatement<ConfirmValues, { id: string }>(
	'confirm_hold',
	(value) => sql`
		update booking set state = ${value('state')}, ended_at = null, facility_id = ${value('facilityId')},
			session_id = ${value('sessionId')}, room_id = ${value('roomId')}, area = ${value('area')},
			starts_at = ${value('startsAt')}, ends_at = ${value('endsAt')}, blocked_until = ${value('blockedUntil')},
			setting = ${value('setting')},
			requested_at = ${value('requestedAt')}::timestamptz, lapses_at = ${value('lapsesAt')}::timestamptz,
			remind_at = ${value('remindAt')}::timestamptz
		where id = ${value('id')} and state in ('held', 'expired') returning id`,
)

/** Makes a hold a booking or a request, at its place. False when it is no hold any more, and nothing was written. */
export function confirmHeld(
	tx: DbOrTx,
	id: string,
	state: 'requested' | 'confirmed',
	place: PlaceColumns & DueTimes,
): PendingQuery<boolean> {
	const { startsAt, endsAt, blockedUntil, requestedAt, lapsesAt, remindAt } = place
	const values = {
		...place,
		id,
		state,
		startsAt: startsAt.toISOString(),
		endsAt: endsAt.toISOString(),
		blockedUntil: blockedUntil.toISOString(),
		requestedAt: requestedAt?.toISOString() ?? null,
		lapsesAt: lapsesAt?.toISOString() ?? null,
		remindAt: remindAt?.toISOString() ?? null,
	}
	return mapResult(confirming(tx, values), (rows) => rows.length > 0)
}

const releasingHold = rowsStatement<
	{ createdBy: string; prisonerId: string; now: string; except: string | null },
	never
>(
	'give_up_hold',
	(value) => sql`
		update booking set state = 'cancelled', cancelled_by = 'visitor', reason = 'replaced', ended_at = ${value('now')}
		where prisoner_id = ${value('prisonerId')} and state = 'held' and id is distinct from ${value('except')}
			and coalesce(booker_id, booked_by) = ${value('createdBy')}`,
)

/** Gives up somebody's own holds for a prisoner, but for `except`, when their next hold or booking takes their place. */
export function releaseHold(
	tx: DbOrTx,
	hold: { createdBy: string; prisonerId: string; now: Date; except: string | null },
): PendingQuery<unknown> {
	return releasingHold(tx, { ...hold, now: hold.now.toISOString() })
}
