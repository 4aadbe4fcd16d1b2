import { and, asc, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { booking, room } from '#db/schema/index.ts'
import type { BookingWithParty } from '../bookings/row.ts'
import { isKey, type Key } from '../key.ts'

export type RoomRow = typeof room.$inferSelect

export async function selectRoomRow(db: DbOrTx, key: Key): Promise<RoomRow | null> {
	const [row] = await db.select().from(room).where(isKey(room, key))
	return row ?? null
}

/** A facility's rooms, by name. */
export async function selectRooms(db: DbOrTx, facilityId: string): Promise<RoomRow[]> {
	return db.select().from(room).where(eq(room.facilityId, facilityId)).orderBy(asc(room.name), asc(room.id))
}

const planned = ['held', 'requested', 'confirmed', 'checked-in', 'completed'] as const

/** A reservation in the plan of a room; who comes is read with the booking. */
export type RoomReservation = Pick<
	typeof booking.$inferSelect,
	'id' | 'ref' | 'startsAt' | 'endsAt' | 'state' | 'people'
> & { roomId: string | null }

/** The reservations of a facility's rooms that touch a span, in order of time. Holds that have run out are left out. */
export async function selectRoomReservations(
	db: DbOrTx,
	request: { facilityId: string; from: Date; until: Date; now: Date },
): Promise<RoomReservation[]> {
	const { id, ref, roomId, startsAt, endsAt, state, people, holdUntil } = booking
	return db
		.select({ id, ref, roomId, startsAt, endsAt, state, people })
		.from(booking)
		.where(
			and(
				inArray(roomId, db.select({ id: room.id }).from(room).where(eq(room.facilityId, request.facilityId))),
				inArray(state, [...planned]),
				lt(startsAt, request.until),
				gt(endsAt, request.from),
				sql`(${state} <> 'held' or ${holdUntil} > ${request.now.toISOString()}::timestamptz)`,
			),
		)
		.orderBy(asc(startsAt), asc(id))
}

/** The stays in a room that are not over, with their parties, in order of time. */
export async function selectStaysToCome(db: DbOrTx, roomId: string, now: Date): Promise<BookingWithParty[]> {
	const rows = await db
		.select({
			row: booking,
			visitorIds: sql<string[]>`array(
				select visitor_id::text from booking_visitor where booking_id = booking.id order by visitor_id)`,
		})
		.from(booking)
		.where(
			and(
				eq(booking.roomId, roomId),
				inArray(booking.state, ['requested', 'confirmed', 'checked-in']),
				gt(booking.endsAt, now),
			),
		)
		.orderBy(asc(booking.startsAt))
	return rows.map(({ row, visitorIds }) => ({ ...row, visitorIds }))
}
