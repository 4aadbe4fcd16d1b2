import { and, asc, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { liveStates } from '#app/domain/bookings/booking.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { booking, facility, permit, prisoner, review, room, visitor, visitSession } from '#db/schema/index.ts'
import { day, uuid } from '../shapes.ts'
import { documentStatement } from '../statement.ts'

const moved = alias(booking, 'moved')

const visitColumns = {
	booking,
	facility: { name: facility.name, address: facility.address, phone: facility.phone },
	prisoner: {
		id: prisoner.id,
		ref: prisoner.ref,
		number: prisoner.number,
		givenName: prisoner.givenName,
		familyName: prisoner.familyName,
		unit: prisoner.unit,
	},
	session: {
		id: visitSession.id,
		ref: visitSession.ref,
		startsAt: visitSession.startsAt,
		provides: visitSession.provides,
		approval: visitSession.approval,
	},
	room: { id: room.id, ref: room.ref, name: room.name, kind: room.kind, provides: room.provides },
	/** The visit that a request is, or was, to move. */
	moves: { ref: moved.ref, start: moved.startsAt, state: moved.state },
	openReviews: sql<number>`(select count(*)::int from ${review} where ${review.bookingId} = ${booking.id} and ${review.endedAt} is null)`,
}

const visits = (db: DbOrTx) =>
	db
		.select(visitColumns)
		.from(booking)
		.innerJoin(facility, eq(facility.id, booking.facilityId))
		.innerJoin(prisoner, eq(prisoner.id, booking.prisonerId))
		.leftJoin(visitSession, eq(visitSession.id, booking.sessionId))
		.leftJoin(room, eq(room.id, booking.roomId))
		.leftJoin(moved, eq(moved.id, booking.movesId))

/** A booking with what a page says of it. */
export type VisitRow = Awaited<ReturnType<typeof visits>>[number]

/**
 * The visitor's own bookings and those of the parties that they, or a child of theirs, are in. A list of ids, found first, so that
 * the bookings are looked up by it and never read all to be held against it.
 */
const concerns = (visitorId: string): SQL => sql`${booking.id} = any(array(
	select id from booking where booker_id = ${visitorId}::uuid
	union select booking_id from booking_visitor where visitor_id = ${visitorId}::uuid
	union select bv.booking_id from guardianship g join booking_visitor bv on bv.visitor_id = g.child_id
		where g.guardian_id = ${visitorId}::uuid))`

/** What lies ahead of a visitor, the next visit first. Holds are left out. */
export async function selectComingVisits(db: DbOrTx, visitorId: string, now: Date): Promise<VisitRow[]> {
	const coming = inArray(
		booking.state,
		liveStates.filter((state) => state !== 'held'),
	)
	return visits(db)
		.where(and(concerns(visitorId), coming, sql`${booking.endsAt} > ${now.toISOString()}::timestamptz`))
		.orderBy(asc(booking.startsAt))
		.limit(50)
}

/** What is over or called off, the latest first. */
export async function selectPastVisits(db: DbOrTx, visitorId: string, now: Date): Promise<VisitRow[]> {
	const over = or(
		inArray(booking.state, ['completed', 'cancelled', 'declined', 'lapsed', 'no-show', 'turned-away']),
		and(eq(booking.state, 'confirmed'), sql`${booking.endsAt} <= ${now.toISOString()}::timestamptz`),
	)
	return visits(db)
		.where(and(concerns(visitorId), over, sql`${booking.reason} is distinct from 'replaced'`))
		.orderBy(desc(booking.startsAt))
		.limit(50)
}

/** One booking with what a page says of it; whether somebody may see it is asked elsewhere. */
export async function selectVisit(db: DbOrTx, bookingId: string): Promise<VisitRow | null> {
	const [row] = await visits(db).where(eq(booking.id, bookingId)).limit(1)
	return row ?? null
}

/** A facility's bookings that begin between two instants, in order of time: the officers' day. Holds are left out. */
export async function selectVisitsBetween(
	db: DbOrTx,
	facilityId: string,
	from: Date,
	until: Date,
): Promise<VisitRow[]> {
	return visits(db)
		.where(
			and(
				eq(booking.facilityId, facilityId),
				sql`${booking.startsAt} >= ${from.toISOString()}::timestamptz and ${booking.startsAt} < ${until.toISOString()}::timestamptz`,
				inArray(booking.state, ['requested', 'confirmed', 'checked-in', 'completed', 'no-show', 'turned-away']),
			),
		)
		.orderBy(asc(booking.startsAt), asc(prisoner.familyName))
		.limit(500)
}

/** A facility's visits that ended between two instants and of which nobody has recorded what became, the oldest first. */
export async function selectUnrecorded(db: DbOrTx, facilityId: string, from: Date, until: Date): Promise<VisitRow[]> {
	return visits(db)
		.where(
			and(
				eq(booking.facilityId, facilityId),
				inArray(booking.state, ['confirmed', 'checked-in']),
				sql`${booking.endsAt} > ${from.toISOString()}::timestamptz and ${booking.endsAt} <= ${until.toISOString()}::timestamptz`,
				// By the index of days: no visit lasts longer than a week.
				sql`${booking.startsAt} > ${from.toISOString()}::timestamptz - interval '7 days'`,
			),
		)
		.orderBy(asc(booking.endsAt))
		.limit(200)
}

/** A facility's requests that nobody has answered, what lapses first at the top. */
export async function selectRequests(db: DbOrTx, facilityId: string): Promise<VisitRow[]> {
	return (
		visits(db)
			// Named in the text: an index of some rows serves a general plan only where its condition stands in the statement.
			.where(and(eq(booking.facilityId, facilityId), sql`${booking.state} = 'requested'`))
			.orderBy(asc(booking.lapsesAt), asc(booking.createdAt))
			.limit(200)
	)
}

/** One of a visitor's own people: themselves or a child of theirs. */
const ownPersonShape = z.strictObject({
	id: uuid,
	ref: z.string(),
	givenName: z.string(),
	familyName: z.string(),
	born: day,
	/** They have a permit for the prisoner that has not ended. */
	permitted: z.boolean(),
})
export type OwnPerson = z.output<typeof ownPersonShape>

export const partyShape = z.strictObject({
	/** Whose the permit is. */
	permitOf: uuid,
	prisoner: z.strictObject({ id: uuid, givenName: z.string(), familyName: z.string() }),
	/** The visitor and their children, the eldest first. */
	own: z.array(ownPersonShape),
	/** Of the session that was named; null when there is none of that reference. */
	sessionId: uuid.nullable(),
})
export type PermittedParty = z.output<typeof partyShape>

export type PartyValues = { permitRef: string; visitorId: string; sessionRef: string | null }

/** A visitor and their children, as ids. */
export const ownIds = (visitorId: SQL): SQL => sql`(select ${visitorId}::uuid
	union select child_id from guardianship where guardian_id = ${visitorId}::uuid)`

/** Whether a visitor has a permit for a prisoner that has not ended. */
export const isPermitted = (visitorId: SQL, prisonerId: SQL): SQL => sql`exists (select from permit other
	where other.visitor_id = ${visitorId} and other.prisoner_id = ${prisonerId} and other.state <> 'ended')`

/** The document about a permit and who may come along with it, as a part of a statement. */
export function partyDocument(value: (name: keyof PartyValues) => SQL): SQL {
	return sql`(select json_build_object(
			'permitOf', p.visitor_id, 'sessionId', (select id from visit_session where ref = ${value('sessionRef')}),
			'prisoner', (select json_build_object('id', id, 'givenName', given_name, 'familyName', family_name)
				from prisoner where id = p.prisoner_id),
			'own', (select coalesce(json_agg(json_build_object('id', v.id, 'ref', v.ref, 'givenName', v.given_name,
				'familyName', v.family_name, 'born', v.born, 'permitted', ${isPermitted(sql`v.id`, sql`p.prisoner_id`)})
				order by v.born, v.id), '[]')
				from visitor v where v.id in ${ownIds(value('visitorId'))}))
		from permit p where p.ref = ${value('permitRef')})`
}

/**
 * A permit by its reference, whom it is for, and who of a visitor's own may come along, with the session that they chose, if any;
 * null when there is no such permit.
 */
export const selectPermittedParty = documentStatement<PartyValues, PermittedParty | null>(
	'permitted_party',
	partyShape.nullable(),
	partyDocument,
)

/** Those of these visitors who have a permit for the prisoner that has not ended. */
export async function selectPermitted(
	db: DbOrTx,
	prisonerId: string,
	visitorIds: readonly string[],
): Promise<{ visitor: typeof visitor.$inferSelect; permit: typeof permit.$inferSelect }[]> {
	if (visitorIds.length === 0) return []
	return db
		.select({ visitor, permit })
		.from(permit)
		.innerJoin(visitor, eq(visitor.id, permit.visitorId))
		.where(
			and(
				eq(permit.prisonerId, prisonerId),
				inArray(permit.visitorId, [...visitorIds]),
				sql`${permit.state} <> 'ended'`,
			),
		)
		.orderBy(visitor.born)
}

/** A session's id by its reference; null when there is none. */
export async function selectSessionId(db: DbOrTx, ref: string): Promise<string | null> {
	const [row] = await db.select({ id: visitSession.id }).from(visitSession).where(eq(visitSession.ref, ref)).limit(1)
	return row?.id ?? null
}
