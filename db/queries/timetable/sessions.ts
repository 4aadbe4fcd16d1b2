import { and, asc, eq, gt, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import { liveStates } from '#app/domain/bookings/booking.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { booking, sessionTemplate, visitSession } from '#db/schema/index.ts'
import type { SessionRow } from './write-sessions.ts'

/** A session in the officers' timetable. */
export interface TimetableSession {
	session: SessionRow
	/** The row of the timetable that it was made from; null for one that was made by hand. */
	template: { ref: string; name: string } | null
	/** A closure names it. */
	calledOff: boolean
}

// Written out: a select from one table alone would leave the tables' names away.
const calledOff = sql<boolean>`exists (select from closure c where c.session_id = visit_session.id and c.ended_at is null)`

/** A facility's sessions that touch a span, in order of time. */
export async function selectSessions(
	db: DbOrTx,
	request: { facilityId: string; from: Date; until: Date },
): Promise<TimetableSession[]> {
	return db
		.select({
			session: visitSession,
			template: { ref: sessionTemplate.ref, name: sessionTemplate.name },
			calledOff,
		})
		.from(visitSession)
		.leftJoin(sessionTemplate, eq(sessionTemplate.id, visitSession.templateId))
		.where(
			and(
				eq(visitSession.facilityId, request.facilityId),
				lt(visitSession.startsAt, request.until),
				// No session lasts longer than a day: by the index on the start, with the end looked at after.
				gt(visitSession.startsAt, new Date(request.from.getTime() - 86_400_000)),
				gt(visitSession.endsAt, request.from),
			),
		)
		.orderBy(asc(visitSession.startsAt), asc(visitSession.area), asc(visitSession.id))
}

/** A session that a template has made, with the closure by which a change of the template called it off, if any. */
export interface GeneratedSession {
	session: SessionRow & { templateDate: string }
	calledOff: boolean
	/** The closure of that reason that names it; null when there is none. */
	closureId: string | null
}

/** The sessions of a template that have not begun, in order of time. */
export async function selectGeneratedSessions(
	db: DbOrTx,
	request: { templateId: string; now: Date; reason: string },
): Promise<GeneratedSession[]> {
	const rows = await db
		.select({
			session: visitSession,
			calledOff,
			closureId: sql<string | null>`(select c.id from closure c where c.session_id = visit_session.id
				and c.ended_at is null and c.reason = ${request.reason} limit 1)`,
		})
		.from(visitSession)
		.where(
			and(
				eq(visitSession.templateId, request.templateId),
				isNotNull(visitSession.templateDate),
				gt(visitSession.startsAt, request.now),
			),
		)
		.orderBy(asc(visitSession.startsAt), asc(visitSession.id))
	return rows.map((row) => ({ ...row, session: { ...row.session, templateDate: row.session.templateDate ?? '' } }))
}

/** Locks the sessions of a template that have not begun, by id: from here on nobody takes a place in them. */
export async function lockGeneratedSessions(tx: DbOrTx, templateId: string, now: Date): Promise<void> {
	await tx
		.select({ id: visitSession.id })
		.from(visitSession)
		.where(and(eq(visitSession.templateId, templateId), gt(visitSession.startsAt, now)))
		.orderBy(asc(visitSession.id))
		.for('no key update')
}

/** A booking that lives in a session, without who comes. */
export type LiveBooking = Pick<typeof booking.$inferSelect, 'id' | 'ref' | 'state' | 'people'> & {
	sessionId: string | null
}

/** The live bookings of some sessions, in the order in which they were made. */
export async function selectLiveBookings(db: DbOrTx, sessionIds: readonly string[]): Promise<LiveBooking[]> {
	if (sessionIds.length === 0) return []
	const { id, ref, state, people, sessionId, createdAt } = booking
	return db
		.select({ id, ref, state, people, sessionId })
		.from(booking)
		.where(and(inArray(sessionId, [...sessionIds]), inArray(state, [...liveStates])))
		.orderBy(asc(createdAt), asc(id))
}
