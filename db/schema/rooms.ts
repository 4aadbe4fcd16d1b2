import { sql } from 'drizzle-orm'
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Control } from '#app/domain/permits/controls.ts'
import type { RoomKind, StayConsent } from '#app/domain/rooms/room.ts'
import { oneOf, whoItIsFor } from './columns.ts'

export const room = pgTable('room', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	facilityId: uuid('facility_id').notNull(),
	name: text('name').notNull(),
	kind: oneOf<RoomKind>('kind').notNull(),
	people: integer('people').notNull(),
	provides: oneOf<Control>('provides').array().notNull(),
	minHours: integer('min_hours').notNull(),
	maxHours: integer('max_hours').notNull(),
	turnaroundMinutes: integer('turnaround_minutes').notNull(),
	...whoItIsFor(),
	opens: text('opens').notNull(),
	closes: text('closes').notNull(),
	needsConsents: oneOf<StayConsent>('needs_consents').array().notNull(),
	features: text('features').array().notNull().default(sql`'{}'`),
})
