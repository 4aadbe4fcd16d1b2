import { type SQL, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { at, ids } from '../statement.ts'

/**
 * Every deed that touches bookings takes its locks in one order: prisoners by id, visitors by id, sessions by id, rooms by
 * id. Locks are `for no key update`: they stand against one another, not against a foreign key's check. Whom to lock is a list made
 * of a union, each part found by its index: with an `or`, or joined to the union, PostgreSQL reads the whole table.
 */

/** Locks the prisoners and all who must be kept apart from them. Answers every id locked. */
export async function lockPrisoners(tx: DbOrTx, prisonerIds: readonly string[]): Promise<Set<string>> {
	const rows = await tx.execute<{ id: string }>(sql`
		select id from prisoner where id = any(array(
			select unnest(${ids(prisonerIds)})
			union select prisoner_b from keep_apart where ended_at is null and prisoner_a = any(${ids(prisonerIds)})
			union select prisoner_a from keep_apart where ended_at is null and prisoner_b = any(${ids(prisonerIds)})))
		order by id for no key update`)
	return new Set(rows.map((row) => row.id))
}

/** Locks the visitors and all who must be kept apart from them. Answers every id locked. */
export async function lockVisitors(tx: DbOrTx, visitorIds: readonly string[]): Promise<Set<string>> {
	const rows = await tx.execute<{ id: string }>(sql`
		select id from visitor where id = any(array(
			select unnest(${ids(visitorIds)})
			union select visitor_b from keep_apart where ended_at is null and visitor_a = any(${ids(visitorIds)})
			union select visitor_a from keep_apart where ended_at is null and visitor_b = any(${ids(visitorIds)})))
		order by id for no key update`)
	return new Set(rows.map((row) => row.id))
}

export interface PlacesToLock {
	sessionIds: readonly string[]
	roomIds: readonly string[]
	/** Whose overdue and replaced holds are to be given up: their sessions are locked too. */
	prisonerId: string
	visitorIds: readonly string[]
	/** A booking that the deed gives up or changes; null when there is none. */
	givesUp: string | null
	now: Date
}

/** Overdue holds that stand in a deed's way: of its people, in its sessions and rooms. */
const overdue = (places: PlacesToLock): SQL => sql`state = 'held' and hold_until <= ${at(places.now)} and (
	prisoner_id = ${places.prisonerId}::uuid
	or session_id = any(${ids(places.sessionIds)}) or room_id = any(${ids(places.roomIds)})
	or id in (select booking_id from booking_visitor where live and visitor_id = any(${ids(places.visitorIds)})))`

/**
 * Locks the sessions and rooms asked for, with the sessions and rooms of every hold that the deed will give up, and turns
 * the overdue holds among them to `expired`. Call it after the people are locked: who holds cannot change then.
 */
export async function lockPlaces(tx: DbOrTx, places: PlacesToLock): Promise<void> {
	const given = sql`select session_id, room_id from booking where id = ${places.givesUp}::uuid
		union select session_id, room_id from booking where state = 'held' and prisoner_id = ${places.prisonerId}::uuid
		union select session_id, room_id from booking where ${overdue(places)}`
	const sessions = await tx.execute<{ overdue: boolean }>(sql`
		select exists (select from booking where ${overdue(places)}) as overdue from visit_session
		where id in (select unnest(${ids(places.sessionIds)}) union select session_id from (${given}) as given)
		order by id for no key update`)
	const rooms =
		places.roomIds.length === 0
			? []
			: await tx.execute<{ overdue: boolean }>(sql`
				select exists (select from booking where ${overdue(places)}) as overdue from room
				where id in (select unnest(${ids(places.roomIds)}) union select room_id from (${given}) as given)
				order by id for no key update`)
	if ([...sessions, ...rooms].some((row) => row.overdue)) {
		await tx.execute(sql`update booking set state = 'expired', ended_at = hold_until where ${overdue(places)}`)
	}
}
