import { sql } from 'drizzle-orm'
import { boolean, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Control } from '#app/domain/permits/controls.ts'
import type { Setting } from '#app/domain/timetable/visit-session.ts'
import { instant, oneOf } from './columns.ts'

export type WaitingListEntryState = 'open' | 'fulfilled' | 'withdrawn' | 'lapsed'

export const waitingListEntry = pgTable('waiting_list_entry', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	idempotencyKey: uuid('idempotency_key'),
	createdBy: uuid('created_by').notNull(),
	prisonerId: uuid('prisoner_id').notNull(),
	firstDate: date('first_date').notNull(),
	lastDate: date('last_date').notNull(),
	settings: oneOf<Setting>('settings').array(),
	askFor: oneOf<Control>('ask_for').array().notNull().default(sql`'{}'`),
	farTravel: boolean('far_travel').notNull(),
	state: oneOf<WaitingListEntryState>('state').notNull(),
	createdAt: instant('created_at').notNull(),
	bookingId: uuid('booking_id'),
})

export const waitingListVisitor = pgTable(
	'waiting_list_entry_visitor',
	{ waitingListEntryId: uuid('waiting_list_entry_id').notNull(), visitorId: uuid('visitor_id').notNull() },
	(t) => [primaryKey({ columns: [t.waitingListEntryId, t.visitorId] })],
)

export const waitingListOffer = pgTable('waiting_list_offer', {
	id: uuid('id').primaryKey(),
	waitingListEntryId: uuid('waiting_list_entry_id').notNull(),
	sessionId: uuid('session_id').notNull(),
	people: integer('people').notNull(),
	offeredAt: instant('offered_at').notNull(),
	until: instant('until').notNull(),
	state: oneOf<'open' | 'accepted' | 'passed'>('state').notNull(),
})
