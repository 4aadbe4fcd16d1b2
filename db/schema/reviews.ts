import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { ReviewCause } from '#app/domain/reviews/causes.ts'
import type { ReviewResolution } from '#app/domain/reviews/resolutions.ts'
import { instant, oneOf } from './columns.ts'

export const review = pgTable('review', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	bookingId: uuid('booking_id').notNull(),
	cause: oneOf<ReviewCause>('cause').notNull(),
	causeId: uuid('cause_id').notNull(),
	facilityId: uuid('facility_id').notNull(),
	ownerId: uuid('owner_id'),
	openedAt: instant('opened_at').notNull(),
	endedAt: instant('ended_at'),
	resolution: oneOf<ReviewResolution>('resolution'),
	endedBy: uuid('ended_by'),
})
