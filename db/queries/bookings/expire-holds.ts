import { type SQL, sql } from 'drizzle-orm'
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

const overdue = (now: Date): SQL => sql`state = 'held' and hold_until <= ${at(now)}`

/** Where holds ran out, the oldest first. */
export async function selectOverdueHolds(
	db: DbOrTx,
	now: Date,
	limit: number,
): Promise<{ session_id: string | null; room_id: string | null }[]> {
	return db.execute<{ session_id: string | null; room_id: string | null }>(
		sql`select session_id, room_id from booking where ${overdue(now)} order by hold_until, id limit ${limit}`,
	)
}

/** Locks those sessions or rooms by id that nobody has locked; the others are left to whoever has them. */
export async function lockFreePlaces(
	tx: DbOrTx,
	table: 'visit_session' | 'room',
	wanted: readonly (string | null)[],
): Promise<{ id: string }[]> {
	return tx.execute<{ id: string }>(sql`
		select id from ${sql.identifier(table)} where id = any(${ids([...new Set(wanted.filter((id) => id !== null))])})
		order by id for no key update skip locked`)
}

/** Turns overdue holds in these locked sessions and rooms to `expired`. */
export async function expireOverdueHoldsIn(
	tx: DbOrTx,
	{ sessions, rooms }: { sessions: readonly { id: string }[]; rooms: readonly { id: string }[] },
	now: Date,
	limit: number,
): Promise<{ id: string; facility_id: string; session_id: string | null }[]> {
	return tx.execute<{ id: string; facility_id: string; session_id: string | null }>(sql`
				with due as materialized (
					select id from booking
					where ${overdue(now)} and (session_id = any(${ids(sessions.map((row) => row.id))}) or room_id = any(${ids(rooms.map((row) => row.id))}))
					order by hold_until, id limit ${limit} for no key update skip locked)
				update booking set state = 'expired', ended_at = hold_until where id in (select id from due)
				returning id, facility_id, session_id`)
}

/** When the next hold runs out after an instant; null when there is none. */
export async function nextHoldEnd(db: DbOrTx, after: Date): Promise<Date | null> {
	const [row] = await db.execute<{ next: string | null }>(
		sql`select to_json(min(hold_until)) as next from booking where state = 'held' and hold_until > ${at(after)}`,
	)
	return row?.next ? new Date(row.next) : null
}
