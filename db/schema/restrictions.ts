import { sql } from 'drizzle-orm'
import { boolean, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { CourtRestrictionType } from '#app/domain/restrictions/restrictions.ts'
import { instant, oneOf } from './columns.ts'

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
})

export const ban = pgTable('ban', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	visitorId: uuid('visitor_id').notNull(),
	facilityId: uuid('facility_id'),
	fromAt: instant('from_at').notNull(),
	toAt: instant('to_at').notNull(),
	reason: text('reason').notNull(),
})

export const protectiveOrder = pgTable('protective_order', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	visitorId: uuid('visitor_id').notNull(),
	prisonerId: uuid('prisoner_id').notNull(),
	fromAt: instant('from_at').notNull(),
	toAt: instant('to_at').notNull(),
})

export const nonAssociation = pgTable('non_association', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	prisonerA: uuid('prisoner_a'),
	prisonerB: uuid('prisoner_b'),
	visitorA: uuid('visitor_a'),
	visitorB: uuid('visitor_b'),
	endedAt: instant('ended_at'),
})
