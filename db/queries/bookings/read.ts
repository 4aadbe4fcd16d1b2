import { eq, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { booking, bookingVisitor, visitor } from '#db/schema/index.ts'
import type { BookingWithParty } from './write.ts'

const withParty = (db: DbOrTx) =>
	db
		.select({
			row: booking,
			visitorIds: sql<string[]>`array(select visitor_id::text from booking_visitor where booking_id = ${booking.id} order by visitor_id)`,
		})
		.from(booking)

/** One booking with its party, by id, reference or code; null when there is none. */
export async function selectBooking(
	db: DbOrTx,
	by: { id: string } | { ref: string } | { code: string } | { formKey: string },
): Promise<BookingWithParty | null> {
	const where =
		'id' in by
			? eq(booking.id, by.id)
			: 'ref' in by
				? eq(booking.ref, by.ref)
				: 'code' in by
					? eq(booking.code, by.code)
					: eq(booking.formKey, by.formKey)
	const [found] = await withParty(db).where(where).limit(1)
	return found ? { ...found.row, visitorIds: found.visitorIds } : null
}

/** A person of a booking's party, as far as its rules and messages need them. */
export interface BookedPerson {
	visitorId: string
	givenName: string
	familyName: string
	born: string
	guardianIds: string[]
}

/** The party of a booking, by id. */
export async function selectBookedPeople(db: DbOrTx, bookingId: string): Promise<BookedPerson[]> {
	return db
		.select({
			visitorId: visitor.id,
			givenName: visitor.givenName,
			familyName: visitor.familyName,
			born: visitor.born,
			guardianIds: sql<string[]>`array(select guardian_id::text from guardianship where child_id = ${visitor.id})`,
		})
		.from(bookingVisitor)
		.innerJoin(visitor, eq(visitor.id, bookingVisitor.visitorId))
		.where(eq(bookingVisitor.bookingId, bookingId))
		.orderBy(visitor.born, visitor.id)
}
