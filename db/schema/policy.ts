import { pgTable, uuid } from 'drizzle-orm/pg-core'
import { document, instant } from './columns.ts'
import { policyParameters } from './documents.ts'

export const facilityPolicy = pgTable('facility_policy', {
	id: uuid('id').primaryKey(),
	facilityId: uuid('facility_id').notNull(),
	validFrom: instant('valid_from').notNull(),
	validTo: instant('valid_to'),
	parameters: document('parameters', policyParameters).notNull(),
	publishedBy: uuid('published_by'),
})
