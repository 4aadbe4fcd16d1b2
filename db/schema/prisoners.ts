import { date, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Custody, LegalStatus, SecurityLevel } from '#app/domain/prisoners/prisoner.ts'
import { instant, oneOf } from './columns.ts'

export const prisoner = pgTable('prisoner', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	number: text('number').notNull(),
	givenName: text('given_name').notNull(),
	familyName: text('family_name').notNull(),
	foldedName: text('folded_name').notNull(),
	born: date('born').notNull(),
	facilityId: uuid('facility_id').notNull(),
	unit: text('unit').notNull(),
	securityLevel: oneOf<SecurityLevel>('security_level').notNull(),
	legalStatus: oneOf<LegalStatus>('legal_status').notNull(),
	custody: oneOf<Custody>('custody').notNull(),
	/** Since when this is so: the register's word, or when an officer changed it. Null when nobody has said. */
	knownFrom: instant('known_from'),
	language: text('language'),
})

/** A facility that a prisoner left. */
export const prisonerTransfer = pgTable('prisoner_transfer', {
	id: uuid('id').primaryKey(),
	prisonerId: uuid('prisoner_id').notNull(),
	fromFacilityId: uuid('from_facility_id').notNull(),
	toFacilityId: uuid('to_facility_id').notNull(),
	/** Since when the prisoner was in the other. */
	at: instant('at').notNull(),
})
