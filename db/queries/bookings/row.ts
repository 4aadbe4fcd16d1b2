import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import { booking } from '#db/schema/index.ts'

export type BookingRow = typeof booking.$inferSelect
export type BookingWithParty = BookingRow & { visitorIds: string[] }

type Instant = 'startsAt' | 'endsAt' | 'blockedUntil' | 'createdAt'
type InstantOrNone = 'holdUntil' | 'requestedAt' | 'lapsesAt' | 'remindAt' | 'endedAt'
type List = 'liftedCodes' | 'askFor' | 'consents'
type Texts = Record<Instant, string> & Record<InstantOrNone, string | null>

/** A booking with its party as a statement answers it: instants are texts. */
export type BookingText = Omit<BookingWithParty, keyof Texts> & Texts
/** A booking as values of a statement: lists are texts too. */
export type BookingValues = Omit<BookingRow, keyof Texts | List> & Texts & Record<List, string>

const columns = getTableColumns(booking)
export const bookingNames = Object.keys(columns).filter(isName)

function isName(name: string): name is keyof BookingRow {
	return name in columns
}

/** The columns of a booking, in the order of `bookingNames`. */
export const bookingColumns: SQL = sql.join(
	bookingNames.map((name) => sql.identifier(columns[name].name)),
	sql`, `,
)

/** What is selected of a booking with its party, for `toBooking`. */
export const bookingWithParty: SQL = sql`${sql.join(
	bookingNames.map((name) => sql`${columns[name]} as ${sql.identifier(name)}`),
	sql`, `,
)}, array(select visitor_id::text from booking_visitor where booking_id = ${booking.id} order by visitor_id) as "visitorIds"`

export function toBooking(row: BookingText): BookingWithParty {
	return {
		...row,
		startsAt: new Date(row.startsAt),
		endsAt: new Date(row.endsAt),
		blockedUntil: new Date(row.blockedUntil),
		createdAt: new Date(row.createdAt),
		holdUntil: row.holdUntil === null ? null : new Date(row.holdUntil),
		requestedAt: row.requestedAt === null ? null : new Date(row.requestedAt),
		lapsesAt: row.lapsesAt === null ? null : new Date(row.lapsesAt),
		remindAt: row.remindAt === null ? null : new Date(row.remindAt),
		endedAt: row.endedAt === null ? null : new Date(row.endedAt),
	}
}

export function bookingValues(row: BookingRow): BookingValues {
	return {
		...row,
		startsAt: row.startsAt.toISOString(),
		endsAt: row.endsAt.toISOString(),
		blockedUntil: row.blockedUntil.toISOString(),
		createdAt: row.createdAt.toISOString(),
		holdUntil: row.holdUntil?.toISOString() ?? null,
		requestedAt: row.requestedAt?.toISOString() ?? null,
		lapsesAt: row.lapsesAt?.toISOString() ?? null,
		remindAt: row.remindAt?.toISOString() ?? null,
		endedAt: row.endedAt?.toISOString() ?? null,
		liftedCodes: list(row.liftedCodes),
		askFor: list(row.askFor),
		consents: list(row.consents),
	}
}

/** Of codes, which hold nothing that a list would have to quote. */
function list(codes: readonly string[]): string {
	return `{${codes.join(',')}}`
}
