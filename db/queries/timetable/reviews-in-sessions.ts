import { and, countDistinct, eq, isNull } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { booking, review } from '#db/schema/index.ts'

/** How many bookings of each session are under review, by session id; sessions without any are left out. */
export async function selectReviewsInSessions(db: DbOrTx, facilityId: string): Promise<Map<string, number>> {
	const rows = await db
		.select({ sessionId: booking.sessionId, count: countDistinct(booking.id) })
		.from(review)
		.innerJoin(booking, eq(booking.id, review.bookingId))
		.where(and(eq(review.facilityId, facilityId), isNull(review.endedAt)))
		.groupBy(booking.sessionId)
	return new Map(rows.flatMap(({ sessionId, count }) => (sessionId === null ? [] : [[sessionId, count]])))
}
