import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Undelivered } from '#app/domain/messages/delivery.ts'
import type { MessageKind } from '#app/domain/messages.ts'
import { document, instant, oneOf } from './columns.ts'
import { messageDetail } from './documents.ts'

export const message = pgTable('message', {
	id: uuid('id').primaryKey(),
	kind: oneOf<MessageKind>('kind').notNull(),
	toVisitorId: uuid('to_visitor_id').notNull(),
	applicationId: uuid('application_id'),
	bookingId: uuid('booking_id'),
	waitingListEntryId: uuid('waiting_list_entry_id'),
	topUpId: uuid('top_up_id'),
	refundId: uuid('refund_id'),
	decisionId: uuid('decision_id'),
	hearingId: uuid('hearing_id'),
	detail: document('detail', messageDetail).notNull().default({}),
	queuedAt: instant('queued_at').notNull(),
	dueAt: instant('due_at').notNull(),
	leasedUntil: instant('leased_until'),
	attempts: integer('attempts').notNull().default(0),
	sentAt: instant('sent_at'),
	deadAt: instant('dead_at'),
	/** What kind of fault the last try met. */
	errorHandler: text('last_error'),
	undelivered: oneOf<Undelivered>('undelivered'),
	giveUpAt: instant('give_up_at').notNull(),
})
