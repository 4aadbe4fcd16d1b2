import { and, asc, eq, isNull, type SQL } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { booking, officer, prisoner, review, room, visitSession } from '#db/schema/index.ts'

const columns = {
	review: { ref: review.ref, cause: review.cause, causeId: review.causeId, openedAt: review.openedAt },
	owner: { id: officer.id, name: officer.name },
	booking,
	prisoner: {
		ref: prisoner.ref,
		number: prisoner.number,
		givenName: prisoner.givenName,
		familyName: prisoner.familyName,
		unit: prisoner.unit,
	},
	/** The session as it is now, where the booking is in one. */
	session: {
		ref: visitSession.ref,
		startsAt: visitSession.startsAt,
		endsAt: visitSession.endsAt,
		setting: visitSession.setting,
	},
	room: { ref: room.ref, name: room.name },
}

const openReviews = (db: DbOrTx, where: SQL) =>
	db
		.select(columns)
		.from(review)
		.innerJoin(booking, eq(booking.id, review.bookingId))
		.innerJoin(prisoner, eq(prisoner.id, booking.prisonerId))
		.leftJoin(officer, eq(officer.id, review.ownerId))
		.leftJoin(visitSession, eq(visitSession.id, booking.sessionId))
		.leftJoin(room, eq(room.id, booking.roomId))
		.where(and(isNull(review.endedAt), where))
		.orderBy(asc(booking.startsAt), asc(booking.id), asc(review.openedAt), asc(review.cause), asc(review.id))

/** An open review with its booking. */
export type OpenReviewRow = Awaited<ReturnType<typeof openReviews>>[number]

/** The open reviews of a facility, the next visit first, those of one booking together. */
export function selectOpenReviews(db: DbOrTx, facilityId: string, limit: number): Promise<OpenReviewRow[]> {
	return openReviews(db, eq(review.facilityId, facilityId)).limit(limit)
}

export function selectOpenReviewsOfBooking(db: DbOrTx, bookingId: string): Promise<OpenReviewRow[]> {
	return openReviews(db, eq(review.bookingId, bookingId))
}
