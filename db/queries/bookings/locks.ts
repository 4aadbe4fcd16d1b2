import { type SQL, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { inLine } from '../lock-line.ts'
import { pipeline } from '../pipeline.ts'
import { idList, mapResult, type PendingQuery, rowsStatement, skipped } from '../statement.ts'

/**
 * Every use case that touches bookings takes its locks in one order: prisoners by id, visitors by id, sessions by id, rooms by
 * id. Locks are `for no key update`: they stand against one another, not against a foreign key's check. Whom to lock is a list made
 * of a union, each part found by its index: with an `or`, or joined to the union, PostgreSQL reads the whole table.
 */

const prisonersLock = rowsStatement<{ prisonerIds: string }, { id: string }>('lock_prisoners', (value) => {
	const prisonerIds = sql`${value('prisonerIds')}::uuid[]`
	return sql`
		select id from prisoner where id = any(array(
			select unnest(${prisonerIds})
			union all select prisoner_b from non_association where ended_at is null and prisoner_a = any(${prisonerIds})
			union all select prisoner_a from non_association where ended_at is null and prisoner_b = any(${prisonerIds})))
		order by id for no key update`
})

/** Locks the prisoners and all who must be kept apart from them. Returns every id locked. */
export function lockPrisoners(tx: DbOrTx, prisonerIds: readonly string[]): PendingQuery<Set<string>> {
	return inLine(tx, prisonerIds, () => mapResult(prisonersLock(tx, { prisonerIds: idList(prisonerIds) }), idsOf))
}

const visitorsLock = rowsStatement<{ visitorIds: string }, { id: string }>('lock_visitors', (value) => {
	const visitorIds = sql`${value('visitorIds')}::uuid[]`
	return sql`
		select id from visitor where id = any(array(
			select unnest(${visitorIds})
			union all select visitor_b from non_association where ended_at is null and visitor_a = any(${visitorIds})
			union all select visitor_a from non_association where ended_at is null and visitor_b = any(${visitorIds})))
		order by id for no key update`
})

/** Locks the visitors and all who must be kept apart from them. Returns every id locked. */
export function lockVisitors(tx: DbOrTx, visitorIds: readonly string[]): PendingQuery<Set<string>> {
	return inLine(tx, visitorIds, () => mapResult(visitorsLock(tx, { visitorIds: idList(visitorIds) }), idsOf))
}

function idsOf(rows: readonly { id: string }[]): Set<string> {
	return new Set(rows.map((row) => row.id))
}

export interface PlacesToLock {
	sessionIds: readonly string[]
	roomIds: readonly string[]
	/** Whose overdue and replaced holds are to be given up: their sessions are locked too. */
	prisonerId: string
	visitorIds: readonly string[]
	/** A booking that the use case gives up or changes; null when there is none. */
	replaces: string | null
	now: Date
}

type OverdueValues = { sessionIds: string; roomIds: string; prisonerId: string; visitorIds: string; now: string }
type PlaceValues = OverdueValues & { replaces: string | null }

function placeValues(places: PlacesToLock): PlaceValues {
	return {
		sessionIds: idList(places.sessionIds),
		roomIds: idList(places.roomIds),
		prisonerId: places.prisonerId,
		visitorIds: idList(places.visitorIds),
		replaces: places.replaces,
		now: places.now.toISOString(),
	}
}

type Of<Values> = (name: keyof Values & string) => SQL

/** Overdue holds that stand in a use case's way: of its people, in its sessions and rooms. */
const isOverdue = (
	value: Of<OverdueValues>,
): SQL => sql`state = 'held' and hold_until <= ${value('now')}::timestamptz and (
	prisoner_id = ${value('prisonerId')}::uuid
	or session_id = any(${value('sessionIds')}::uuid[]) or room_id = any(${value('roomIds')}::uuid[])
	or id in (select booking_id from booking_visitor where live and visitor_id = any(${value('visitorIds')}::uuid[])))`

/** Locks places of one kind by id: those asked for, and those of every hold that the use case will give up. */
const placesLock = (
	table: 'visit_session' | 'room',
	column: 'session_id' | 'room_id',
	asked: 'sessionIds' | 'roomIds',
) =>
	rowsStatement<PlaceValues, { overdue: boolean }>(`lock_${table}`, (value) => {
		const id = sql.identifier(column)
		return sql`
		with overdue as materialized (select ${id} from booking where ${isOverdue(value)})
		select exists (select from overdue) as overdue from ${sql.identifier(table)} where id = any(array(
			select unnest(${value(asked)}::uuid[])
			union all select ${id} from booking where id = ${value('replaces')}::uuid
			union all select ${id} from booking where moves_id = ${value('replaces')}::uuid and state = 'requested'
			union all select ${id} from booking where id = (select moves_id from booking where id = ${value('replaces')}::uuid)
			union all select ${id} from booking where state = 'held' and prisoner_id = ${value('prisonerId')}::uuid
			union all select ${id} from overdue))
		order by id for no key update`
	})
const sessionsLock = placesLock('visit_session', 'session_id', 'sessionIds')
const roomsLock = placesLock('room', 'room_id', 'roomIds')

/**
 * Locks the sessions asked for, with the sessions of every hold that the use case will give up. Goes out after the people are
 * locked: who holds cannot change then. Returns whether overdue holds stand in the way.
 */
export function lockSessionsToBook(tx: DbOrTx, places: PlacesToLock): PendingQuery<boolean> {
	return inLine(tx, places.sessionIds, () => mapResult(sessionsLock(tx, placeValues(places)), anyOverdue))
}

/** The same for the rooms, where any is asked for. Goes out after the timetable. */
export function lockRoomsToBook(tx: DbOrTx, places: PlacesToLock): PendingQuery<boolean> {
	if (places.roomIds.length === 0) return skipped(false)
	return inLine(tx, places.roomIds, () => mapResult(roomsLock(tx, placeValues(places)), anyOverdue))
}

function anyOverdue(rows: readonly { overdue: boolean }[]): boolean {
	return rows.some((row) => row.overdue)
}

const expiringOverdue = rowsStatement<OverdueValues, never>(
	'expire_overdue_holds',
	(value) => sql`update booking set state = 'expired', ended_at = hold_until where ${isOverdue(value)}`,
)

/** Turns the overdue holds in the way to `expired`. Their places are locked. */
export async function expireOverdueHolds(tx: DbOrTx, places: PlacesToLock): Promise<void> {
	await expiringOverdue(tx, placeValues(places))
}

/** Locks the places of a use case whose people are locked, and turns the overdue holds among them out. */
export async function lockPlaces(tx: DbOrTx, places: PlacesToLock): Promise<void> {
	const [inSessions, inRooms] = await pipeline([lockSessionsToBook(tx, places), lockRoomsToBook(tx, places)])
	if (inSessions || inRooms) await expireOverdueHolds(tx, places)
}

/** Locks a booking, after its people and its place: events that open reviews lock it too. */
export async function lockBooking(tx: DbOrTx, bookingId: string): Promise<void> {
	await tx.execute(sql`select from booking where id = ${bookingId}::uuid for no key update`)
}
