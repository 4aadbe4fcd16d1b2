import { bigint, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { ProblemReason } from '#app/domain/register/problems.ts'
import { bytes, instant, oneOf } from './columns.ts'

/** A facility's key for the register's interface; of the secret only its SHA-256. */
export const facilityKey = pgTable('facility_key', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	facilityId: uuid('facility_id').notNull(),
	name: text('name').notNull(),
	secretHash: bytes('secret_hash').notNull(),
	createdAt: instant('created_at').notNull(),
	revokedAt: instant('revoked_at'),
})

export type ImportState = 'receiving' | 'waiting' | 'done' | 'refused'

export const registerImport = pgTable('register_import', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	facilityId: uuid('facility_id').notNull(),
	officerId: uuid('officer_id'),
	keyId: uuid('key_id'),
	idempotencyKey: text('idempotency_key'),
	contentHash: bytes('content_hash'),
	bytes: bigint('bytes', { mode: 'number' }).notNull().default(0),
	receivedAt: instant('received_at').notNull(),
	state: oneOf<ImportState>('state').notNull(),
	refusedFor: text('refused_for'),
	refusedColumns: text('refused_columns').array().notNull().default([]),
	nextByte: bigint('next_byte', { mode: 'number' }).notNull().default(0),
	nextLine: integer('next_line').notNull().default(1),
	lines: integer('lines').notNull().default(0),
	added: integer('added').notNull().default(0),
	changed: integer('changed').notNull().default(0),
	unchanged: integer('unchanged').notNull().default(0),
	bad: integer('bad').notNull().default(0),
	leaseUntil: instant('lease_until'),
	endedAt: instant('ended_at'),
})

export const registerImportPart = pgTable(
	'register_import_part',
	{
		importId: uuid('import_id').notNull(),
		firstByte: bigint('first_byte', { mode: 'number' }).notNull(),
		content: bytes('content').notNull(),
	},
	(t) => [primaryKey({ columns: [t.importId, t.firstByte] })],
)

export const registerImportProblem = pgTable(
	'register_import_problem',
	{
		importId: uuid('import_id').notNull(),
		line: integer('line').notNull(),
		columnName: text('column_name').notNull(),
		reason: oneOf<ProblemReason>('reason').notNull(),
	},
	(t) => [primaryKey({ columns: [t.importId, t.line, t.columnName] })],
)
