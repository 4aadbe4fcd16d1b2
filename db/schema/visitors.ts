import { date, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { BirthDateSource, Comparison } from '#app/domain/identity/birth-date.ts'
import { bytes, instant, oneOf } from './columns.ts'

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
	/** Since when the address takes no mail. */
	emailFailedAt: instant('email_failed_at'),
	phone: text('phone'),
	language: oneOf<'nb' | 'nn' | 'en'>('language').notNull(),
})

export const guardianship = pgTable(
	'guardianship',
	{ childId: uuid('child_id').notNull(), guardianId: uuid('guardian_id').notNull() },
	(t) => [primaryKey({ columns: [t.childId, t.guardianId] })],
)
