import { and, desc, eq, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { message, visitor } from '#db/schema/index.ts'
import { at } from '../statement.ts'

const columns = {
	givenName: visitor.givenName,
	familyName: visitor.familyName,
	phone: visitor.phone,
	email: visitor.email,
	emailFailedAt: visitor.emailFailedAt,
	kind: message.kind,
	sentAt: message.sentAt,
	undelivered: message.undelivered,
	attempts: message.attempts,
}

/** What became of the newest message about a subject to each person. What was overtaken before it went out is none. */
export async function selectDeliveries(db: DbOrTx, about: { bookingId: string } | { applicationId: string }) {
	const subject =
		'bookingId' in about ? eq(message.bookingId, about.bookingId) : eq(message.applicationId, about.applicationId)
	return db
		.selectDistinctOn([message.toVisitorId], columns)
		.from(message)
		.innerJoin(visitor, eq(visitor.id, message.toVisitorId))
		.where(and(subject, or(isNull(message.undelivered), notInArray(message.undelivered, ['superseded', 'not-theirs']))))
		.orderBy(message.toVisitorId, desc(message.queuedAt), desc(message.id))
}

export interface MissedNews {
	bookingRef: string
	bookingStartsAt: Date
	id: string
	kind: typeof message.$inferSelect.kind
	sentAt: null
	undelivered: typeof message.$inferSelect.undelivered
	attempts: number
	givenName: string
	familyName: string
	phone: string | null
	email: string | null
	emailFailedAt: Date | null
}

/**
 * Of the visits to come in a facility, and of those that were to come: the news that somebody has not been given and cannot be
 * mailed, the next visit first. The newest to each person, as long as it is still so; not what they did themselves.
 */
export async function selectMissedNews(
	db: DbOrTx,
	facilityId: string,
	now: Date,
	limit: number,
): Promise<MissedNews[]> {
	const rows = await db.execute<Record<string, unknown> & MissedNews>(sql`
		select * from (
			select distinct on (b.id, v.id) m.id, b.ref as "bookingRef", b.starts_at as "bookingStartsAt", m.kind, m.sent_at as "sentAt",
				m.undelivered, m.attempts, v.given_name as "givenName", v.family_name as "familyName", v.phone, v.email,
				v.email_failed_at as "emailFailedAt"
			from booking b join message m on m.booking_id = b.id join visitor v on v.id = m.to_visitor_id
			where b.facility_id = ${facilityId}::uuid and b.starts_at > ${at(now)} and (m.kind, b.state) in (
				('booking-confirmed', 'confirmed'), ('booking-changed', 'confirmed'), ('booking-under-review', 'confirmed'),
				('booking-cancelled', 'cancelled'), ('booking-declined', 'declined'), ('booking-lapsed', 'lapsed'))
				and (m.kind <> 'booking-under-review' or exists (select from review r where r.booking_id = b.id and r.ended_at is null))
			order by b.id, v.id, m.queued_at desc, m.id desc) newest
		where "sentAt" is null and (undelivered in ('refused', 'gave-up', 'no-address') or (undelivered is null and email is null))
			and not exists (select from message n join audit a on a.subject_id = n.booking_id and a.at = n.queued_at
				where n.id = newest.id and a.actor_kind = 'visitor' and a.actor_id = n.to_visitor_id)
		order by "bookingStartsAt", "familyName", id limit ${limit}`)
	return rows.map((row) => ({ ...row, bookingStartsAt: new Date(row.bookingStartsAt) }))
}
