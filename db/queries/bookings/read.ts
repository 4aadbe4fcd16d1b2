import { eq, inArray, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { booking, bookingVisitor, visitor } from '#db/schema/index.ts'
import type { BookingWithParty } from './write.ts'

const withParty = (db: DbOrTx) =>
	db
		.select({
			row: booking,
			visitorIds: sql<
				string[]
			>`array(select visitor_id::text from booking_visitor where booking_id = ${booking.id} order by visitor_id)`,
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

const personColumns = {
	visitorId: visitor.id,
	givenName: visitor.givenName,
	familyName: visitor.familyName,
	born: visitor.born,
	guardianIds: sql<string[]>`array(select guardian_id::text from guardianship where child_id = ${visitor.id})`,
}

/** The party of a booking, by id. */
export async function selectBookedPeople(db: DbOrTx, bookingId: string): Promise<BookedPerson[]> {
	return db
		.select(personColumns)
		.from(bookingVisitor)
		.innerJoin(visitor, eq(visitor.id, bookingVisitor.visitorId))
		.where(eq(bookingVisitor.bookingId, bookingId))
		.orderBy(visitor.born, visitor.id)
}

/** The parties of several bookings, by booking id, the eldest first. */
export async function selectPartiesOf(db: DbOrTx, bookingIds: readonly string[]): Promise<Map<string, BookedPerson[]>> {
	const parties = new Map<string, BookedPerson[]>(bookingIds.map((id) => [id, []]))
	if (bookingIds.length === 0) return parties
	const rows = await db
		.select({ bookingId: bookingVisitor.bookingId, ...personColumns })
		.from(bookingVisitor)
		.innerJoin(visitor, eq(visitor.id, bookingVisitor.visitorId))
		.where(inArray(bookingVisitor.bookingId, [...bookingIds]))
		.orderBy(visitor.born, visitor.id)
	for (const { bookingId, ...person } of rows) parties.get(bookingId)?.push(person)
	return parties
}
