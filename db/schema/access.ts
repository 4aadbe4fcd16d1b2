import { boolean, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Role } from '#app/domain/access/roles.ts'
import { oneOf } from './columns.ts'

export const officer = pgTable('officer', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	name: text('name').notNull(),
	issuer: text('issuer').notNull(),
	subject: text('subject').notNull(),
	active: boolean('active').notNull(),
})

/** `facilityId` null: in every facility. */
export const officerRole = pgTable('officer_role', {
	officerId: uuid('officer_id').notNull(),
	facilityId: uuid('facility_id'),
	role: oneOf<Role>('role').notNull(),
})

export const officerRelation = pgTable(
	'officer_relation',
	{ officerId: uuid('officer_id').notNull(), visitorId: uuid('visitor_id').notNull() },
	(t) => [primaryKey({ columns: [t.officerId, t.visitorId] })],
)
