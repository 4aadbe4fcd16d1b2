import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { BookingState, CancelledBy } from '#app/domain/bookings/booking.ts'
import type { Presence } from '#app/domain/bookings/presence.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import type { Track } from '#app/domain/permits/permit.ts'
import type { RefusalCode } from '#app/domain/refusals.ts'
import type { StayConsent } from '#app/domain/rooms/room.ts'
import type { Setting } from '#app/domain/timetable/visit-session.ts'
import { instant, oneOf } from './columns.ts'

export const booking = pgTable('booking', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	code: text('code').notNull(),
	idempotencyKey: uuid('idempotency_key'),
	facilityId: uuid('facility_id').notNull(),
	prisonerId: uuid('prisoner_id').notNull(),
	bookerId: uuid('booker_id'),
	bookedBy: uuid('booked_by'),
	sessionId: uuid('session_id'),
	roomId: uuid('room_id'),
	area: text('area').notNull(),
	startsAt: instant('starts_at').notNull(),
	endsAt: instant('ends_at').notNull(),
	blockedUntil: instant('blocked_until').notNull(),
	track: oneOf<Track>('track').notNull(),
	setting: oneOf<Setting>('setting'),
	state: oneOf<BookingState>('state').notNull(),
	holdUntil: instant('hold_until'),
	people: integer('people').notNull(),
	capacityLifted: boolean('capacity_lifted').notNull().default(false),
	liftedCodes: oneOf<RefusalCode>('lifted_codes').array().notNull().default(sql`'{}'`),
	liftReason: text('lift_reason'),
	askFor: oneOf<Control>('ask_for').array().notNull().default(sql`'{}'`),
	consents: oneOf<StayConsent>('consents').array().notNull().default(sql`'{}'`),
	cancelledBy: oneOf<CancelledBy>('cancelled_by'),
	reason: text('reason'),
	createdAt: instant('created_at').notNull(),
	/** The confirmed visit that this request is to move; it stands until the answer. */
	movesId: uuid('moves_id'),
	/** When it was asked for, and when it lapses unanswered; null where it was booked at once. */
	requestedAt: instant('requested_at'),
	lapsesAt: instant('lapses_at'),
	/** When its family is next reminded of it; null when it is not again. */
	remindAt: instant('remind_at'),
	endedAt: instant('ended_at'),
	/** Counts the changes that the family is told of: a calendar file's SEQUENCE. */
	version: integer('version').notNull().default(0),
})

export const bookingVisitor = pgTable(
	'booking_visitor',
	{
		bookingId: uuid('booking_id').notNull(),
		visitorId: uuid('visitor_id').notNull(),
		/** The booking's. A trigger fills it; only who loads without triggers says it. */
		facilityId: uuid('facility_id'),
		live: boolean('live').notNull(),
		startsAt: instant('starts_at').notNull(),
		endsAt: instant('ends_at').notNull(),
		/** What the gate recorded; null while nobody has. The reason is of who was turned away. */
		presence: oneOf<Presence>('presence'),
		presenceReason: text('presence_reason'),
	},
	(t) => [primaryKey({ columns: [t.bookingId, t.visitorId] })],
)
