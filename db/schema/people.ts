import { boolean, date, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Role } from '#app/domain/access/roles.ts'
import type { BirthDateSource, Comparison } from '#app/domain/identity/birth-date.ts'
import type { Custody, LegalStatus, SecurityLevel } from '#app/domain/prisoners/prisoner.ts'
import { bytes, document, instant, oneOf } from './columns.ts'
import { policyParameters } from './documents.ts'

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

export const facilityPolicy = pgTable('facility_policy', {
	id: uuid('id').primaryKey(),
	facilityId: uuid('facility_id').notNull(),
	validFrom: instant('valid_from').notNull(),
	validTo: instant('valid_to'),
	parameters: document('parameters', policyParameters).notNull(),
	publishedBy: uuid('published_by'),
})

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

export const visitor = pgTable('visitor', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	givenName: text('given_name').notNull(),
	familyName: text('family_name').notNull(),
	foldedName: text('folded_name').notNull(),
	born: date('born').notNull(),
	birthDateSource: oneOf<BirthDateSource>('birth_date_source').notNull().default('officer'),
	birthDateComparison: oneOf<Comparison>('birth_date_comparison').notNull().default('not-compared'),
	/** The date that the issuer or the national number has instead. */
	otherBirthDate: date('other_birth_date'),
	nameComparison: oneOf<Comparison>('name_comparison').notNull().default('not-compared'),
	issuer: text('issuer'),
	subject: text('subject'),
	pidCipher: bytes('pid_cipher'),
	pidKeyId: text('pid_key_id'),
	pidIndex: bytes('pid_index'),
	email: text('email'),
	phone: text('phone'),
	language: oneOf<'nb' | 'nn' | 'en'>('language').notNull(),
})

export const guardianship = pgTable(
	'guardianship',
	{ childId: uuid('child_id').notNull(), guardianId: uuid('guardian_id').notNull() },
	(t) => [primaryKey({ columns: [t.childId, t.guardianId] })],
)

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
