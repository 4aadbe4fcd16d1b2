import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { DbOrTx } from '#db/client.server.ts'
import { checkedDocument } from '#db/documents.ts'
import { instant, uuid } from '../shapes.ts'
import { at, ids } from '../statement.ts'
import { isToCome } from './bookings.ts'

const placedShape = z.strictObject({
	id: uuid,
	ref: z.string(),
	facilityId: uuid,
	bookerId: uuid.nullable(),
	/** As the family was told. */
	startsAt: instant,
	people: z.int(),
	prisonerRef: z.string(),
	prisonerName: z.string(),
	unit: z.string(),
	sessionId: uuid.nullable(),
	roomId: uuid.nullable(),
	/** null for a session. */
	roomName: z.string().nullable(),
	start: instant,
	end: instant,
})
type Row = z.output<typeof placedShape>

/** A booking to come, with where it is now and what a list of touched bookings says of it. */
export type PlacedBooking = Omit<Row, 'start' | 'end' | 'startsAt'> & { start: Date; end: Date; startsAt: Date }

const start = sql`coalesce(s.starts_at, b.starts_at)`
const end = sql`coalesce(s.ends_at, b.ends_at)`

async function selectPlaced(db: DbOrTx, where: SQL): Promise<PlacedBooking[]> {
	const rows = await db.execute<{ document: Row }>(sql`
		select json_build_object('id', b.id, 'ref', b.ref, 'facilityId', b.facility_id, 'bookerId', b.booker_id,
			'startsAt', b.starts_at, 'people', b.people, 'prisonerRef', p.ref, 'unit', p.unit,
			'prisonerName', trim(p.given_name || ' ' || p.family_name), 'sessionId', b.session_id, 'roomId', b.room_id,
			'roomName', r.name, 'start', ${start}, 'end', ${end}) as document
		from booking b join prisoner p on p.id = b.prisoner_id
		left join visit_session s on s.id = b.session_id left join room r on r.id = b.room_id
		where ${where} order by ${start}, b.id`)
	return rows.map((row) => {
		const document = checkedDocument('placed_booking', placedShape, row.document)
		const { start, end, startsAt } = document
		return { ...document, start: new Date(start), end: new Date(end), startsAt: new Date(startsAt) }
	})
}

/** These bookings, the first to come first. */
export function selectPlacedOf(db: DbOrTx, bookingIds: readonly string[]): Promise<PlacedBooking[]> {
	return bookingIds.length === 0 ? Promise.resolve([]) : selectPlaced(db, sql`b.id = any(${ids(bookingIds)})`)
}

export interface Within {
	facilityId: string
	from: Date
	until: Date
	now: Date
}

/** By way of the sessions and the rooms: what lies behind is not read. */
const isWithin = ({ facilityId, from, until, now }: Within): SQL => sql`${isToCome(now)} and b.id in (
	select id from booking where session_id in (select id from visit_session
		where facility_id = ${facilityId}::uuid and starts_at < ${at(until)} and ends_at > ${at(from)} and starts_at > ${at(from)} - interval '2 days')
	union all select id from booking where room_id in (select id from room where facility_id = ${facilityId}::uuid)
		and starts_at < ${at(until)} and ends_at > ${at(from)})`

/** The confirmed bookings of a facility whose place now lies between two instants. */
export function selectPlacedWithin(db: DbOrTx, within: Within): Promise<PlacedBooking[]> {
	return selectPlaced(db, isWithin(within))
}

/** The same, locked by id first: see `lockConfirmed`. */
export async function lockPlacedWithin(tx: DbOrTx, within: Within): Promise<PlacedBooking[]> {
	const locked = await tx.execute<{ id: string }>(
		sql`select b.id from booking b where ${isWithin(within)} order by b.id for no key update of b`,
	)
	return selectPlaced(tx, sql`b.id = any(${ids(locked.map((row) => row.id))})`)
}
