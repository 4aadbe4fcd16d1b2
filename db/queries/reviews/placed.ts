import { type SQL, sql } from 'drizzle-orm'
import type { PlacedVisit } from '#app/domain/reviews/closed-by.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { at, ids } from '../statement.ts'
import { isToCome } from './bookings.ts'

/** A booking to come, with where it is now and what a list of touched bookings says of it. */
export interface PlacedBooking extends PlacedVisit {
	id: string
	ref: string
	facilityId: string
	bookerId: string | null
	/** As the family was told. */
	startsAt: Date
	people: number
	prisonerRef: string
	prisonerName: string
	/** null for a session. */
	roomName: string | null
}

type Row = Omit<PlacedBooking, 'start' | 'end' | 'startsAt'> & { start: string; end: string; startsAt: string }

const start = sql`coalesce(s.starts_at, b.starts_at)`
const end = sql`coalesce(s.ends_at, b.ends_at)`

async function selectPlaced(db: DbOrTx, where: SQL): Promise<PlacedBooking[]> {
	const rows = await db.execute<{ document: Row }>(sql`
		select json_build_object('id', b.id, 'ref', b.ref, 'facilityId', b.facility_id, 'bookerId', b.booker_id,
			'startsAt', b.starts_at, 'people', b.people, 'prisonerRef', p.ref, 'unit', p.unit,
			'prisonerName', p.given_name || ' ' || p.family_name, 'sessionId', b.session_id, 'roomId', b.room_id,
			'roomName', r.name, 'start', ${start}, 'end', ${end}) as document
		from booking b join prisoner p on p.id = b.prisoner_id
		left join visit_session s on s.id = b.session_id left join room r on r.id = b.room_id
		where ${where} order by ${start}, b.id`)
	return rows.map(({ document }) => ({
		...document,
		start: new Date(document.start),
		end: new Date(document.end),
		startsAt: new Date(document.startsAt),
	}))
}

export interface Within {
	facilityId: string
	from: Date
	until: Date
	now: Date
}

const isWithin = (within: Within): SQL => sql`b.facility_id = ${within.facilityId}::uuid and ${isToCome(within.now)}
	and (b.session_id is not null or b.starts_at < ${at(within.until)} and b.ends_at > ${at(within.from)})
	and (b.room_id is not null or exists (select from visit_session s where s.id = b.session_id
		and s.starts_at < ${at(within.until)} and s.ends_at > ${at(within.from)}))`

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
