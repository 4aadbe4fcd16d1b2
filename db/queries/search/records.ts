import { and, asc, eq, gte, inArray, ne, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { booking, bookingVisitor, permit, prisoner, visitor } from '#db/schema/index.ts'
import { hasToDoWith } from './people.ts'

/** A visitor who has to do with the facility; null for any other. */
export async function selectVisitorAt(
	db: DbOrTx,
	facilityId: string,
	ref: string,
): Promise<typeof visitor.$inferSelect | null> {
	const [row] = await db
		.select()
		.from(visitor)
		.where(and(eq(visitor.ref, ref), hasToDoWith(sql`${visitor.id}`, facilityId)))
		.limit(1)
	return row ?? null
}

/** The permits that have not ended: of a prisoner, or of a visitor for those who are in a facility. */
export async function selectPermitsWith(
	db: DbOrTx,
	of: { prisonerId: string } | { visitorId: string; facilityId: string },
) {
	const whose =
		'prisonerId' in of
			? eq(permit.prisonerId, of.prisonerId)
			: and(eq(permit.visitorId, of.visitorId), eq(prisoner.facilityId, of.facilityId))
	return db
		.select({ permit, prisoner, visitor })
		.from(permit)
		.innerJoin(prisoner, eq(prisoner.id, permit.prisonerId))
		.innerJoin(visitor, eq(visitor.id, permit.visitorId))
		.where(and(whose, ne(permit.state, 'ended')))
		.orderBy(asc(visitor.familyName), asc(prisoner.familyName), asc(permit.id))
		.limit(100)
}

/** The visits to come at a facility: of a prisoner, or of a visitor. */
export async function selectVisitsAhead(
	db: DbOrTx,
	facilityId: string,
	of: { prisonerId: string } | { visitorId: string },
	now: Date,
) {
	const whose =
		'prisonerId' in of
			? eq(booking.prisonerId, of.prisonerId)
			: inArray(
					booking.id,
					db
						.select({ id: bookingVisitor.bookingId })
						.from(bookingVisitor)
						.where(and(eq(bookingVisitor.visitorId, of.visitorId), gte(bookingVisitor.endsAt, now))),
				)
	return db
		.select({ id: booking.id, ref: booking.ref, code: booking.code, start: booking.startsAt, state: booking.state })
		.from(booking)
		.where(
			and(
				eq(booking.facilityId, facilityId),
				whose,
				gte(booking.endsAt, now),
				inArray(booking.state, ['requested', 'confirmed', 'checked-in']),
			),
		)
		.orderBy(asc(booking.startsAt))
		.limit(50)
}
