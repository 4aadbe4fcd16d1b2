import { sql } from 'drizzle-orm'
import { boolean, date, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { CourtRestrictionType, RestrictionSource } from '#app/domain/restrictions/restrictions.ts'
import { instant, oneOf } from './columns.ts'

/** Who recorded it and when, when it is looked at again, and who ended it early. */
const record = () => ({
	createdAt: instant('created_at'),
	createdBy: uuid('created_by'),
	reviewOn: date('review_on'),
	endedBy: uuid('ended_by'),
	endReason: text('end_reason'),
})

/** Why it stands, after whom, and the key of the form that recorded it. */
const ground = () => ({
	reason: text('reason'),
	source: oneOf<RestrictionSource>('source'),
	idempotencyKey: uuid('idempotency_key'),
})

export const courtRestriction = pgTable('court_restriction', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	prisonerId: uuid('prisoner_id').notNull(),
	type: oneOf<CourtRestrictionType>('type').notNull(),
	orderReference: text('order_reference').notNull(),
	fromAt: instant('from_at').notNull(),
	toAt: instant('to_at').notNull(),
	exceptedVisitorIds: uuid('excepted_visitor_ids').array().notNull().default(sql`'{}'`),
	coversOfficial: boolean('covers_official').notNull(),
	...ground(),
	...record(),
})

export const ban = pgTable('ban', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	visitorId: uuid('visitor_id').notNull(),
	facilityId: uuid('facility_id'),
	fromAt: instant('from_at').notNull(),
	toAt: instant('to_at').notNull(),
	reason: text('reason').notNull(),
	...record(),
})

export const protectiveOrder = pgTable('protective_order', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	visitorId: uuid('visitor_id').notNull(),
	prisonerId: uuid('prisoner_id').notNull(),
	orderReference: text('order_reference'),
	fromAt: instant('from_at').notNull(),
	toAt: instant('to_at'),
	clockStopped: boolean('clock_stopped').notNull().default(false),
	...ground(),
	...record(),
})

export const nonAssociation = pgTable('non_association', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	prisonerA: uuid('prisoner_a'),
	prisonerB: uuid('prisoner_b'),
	visitorA: uuid('visitor_a'),
	visitorB: uuid('visitor_b'),
	reference: text('reference'),
	endedAt: instant('ended_at'),
	...ground(),
	...record(),
})
