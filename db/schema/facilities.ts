import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'

export const facility = pgTable('facility', {
	id: uuid('id').primaryKey(),
	slug: text('slug').notNull(),
	name: text('name').notNull(),
	address: text('address').notNull(),
	phone: text('phone').notNull(),
})

export const unit = pgTable(
	'unit',
	{ facilityId: uuid('facility_id').notNull(), code: text('code').notNull(), name: text('name').notNull() },
	(t) => [primaryKey({ columns: [t.facilityId, t.code] })],
)
