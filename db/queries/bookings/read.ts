import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { presences } from '#app/domain/bookings/presence.ts'
import { birthDateSources, comparisons } from '#app/domain/identity/birth-date.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { checkedDocument } from '#db/documents.ts'
import { booking, bookingVisitor, visitor } from '#db/schema/index.ts'
import { day, uuid } from '../shapes.ts'
import { mapResult, type PendingQuery, rowsStatement } from '../statement.ts'
import type { BookingWithParty } from './row.ts'
import { type BookingText, bookingWithParty, toBooking } from './row.ts'

export type BookingKey = { id: string } | { ref: string } | { code: string }

/** One statement for each way of naming a booking. */
function byKey<Row>(name: string, selected: SQL): (db: DbOrTx, key: BookingKey) => PendingQuery<Row | null> {
	const by = (column: PgColumn) => {
		const statement = rowsStatement<{ key: string }, Row>(
			`${name}_by_${column.name}`,
			(value) => sql`select ${selected} from booking where ${column} = ${value('key')}`,
		)
		return (db: DbOrTx, key: string) => mapResult(statement(db, { key }), ([row]) => row ?? null)
	}
	const [byId, byRef, byCode] = [by(booking.id), by(booking.ref), by(booking.code)]
	return (db, key) => {
		if ('id' in key) return byId(db, key.id)
		return 'ref' in key ? byRef(db, key.ref) : byCode(db, key.code)
	}
}

const bookingBy = byKey<BookingText>('booking', bookingWithParty)

/** One booking with its party, by id, reference or code; null when there is none. */
export function selectBooking(db: DbOrTx, by: BookingKey): PendingQuery<BookingWithParty | null> {
	return mapResult(bookingBy(db, by), (row) => row && toBooking(row))
}

/** A person of a booking's party, as far as its rules and messages need them. */
const bookedPersonShape = z.strictObject({
	visitorId: uuid,
	ref: z.string(),
	givenName: z.string(),
	familyName: z.string(),
	born: day,
	birthDateSource: z.enum(birthDateSources),
	birthDateComparison: z.enum(comparisons),
	guardianIds: z.array(uuid),
	presence: z.enum(presences).nullable(),
	presenceReason: z.string().nullable(),
})
export type BookedPerson = z.output<typeof bookedPersonShape>

const partyShape = z.array(bookedPersonShape)

const personColumns = {
	visitorId: visitor.id,
	ref: visitor.ref,
	givenName: visitor.givenName,
	familyName: visitor.familyName,
	born: visitor.born,
	birthDateSource: visitor.birthDateSource,
	birthDateComparison: visitor.birthDateComparison,
	guardianIds: sql<string[]>`array(select guardian_id::text from guardianship where child_id = ${visitor.id})`,
	presence: bookingVisitor.presence,
	presenceReason: bookingVisitor.presenceReason,
}

const bookingAndPeopleBy = byKey<BookingText & { party: BookedPerson[] }>(
	'booking_and_people',
	sql`${bookingWithParty}, (
	select coalesce(json_agg(json_build_object('visitorId', v.id, 'ref', v.ref, 'givenName', v.given_name, 'familyName', v.family_name, 'born', v.born,
		'birthDateSource', v.birth_date_source, 'birthDateComparison', v.birth_date_comparison,
		'guardianIds', array(select guardian_id from guardianship where child_id = v.id), 'presence', bv.presence, 'presenceReason', bv.presence_reason) order by v.born, v.id), '[]')
	from booking_visitor bv join visitor v on v.id = bv.visitor_id where bv.booking_id = ${booking.id}) as party`,
)

/** One booking and the people of its party, the eldest first; null when there is none. */
export function selectBookingAndPeople(
	db: DbOrTx,
	by: BookingKey,
): PendingQuery<{ booking: BookingWithParty; party: BookedPerson[] } | null> {
	return mapResult(bookingAndPeopleBy(db, by), (row) => {
		if (!row) return null
		const { party, ...booking } = row
		return { booking: toBooking(booking), party: checkedDocument('booking_and_people', partyShape, party) }
	})
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
