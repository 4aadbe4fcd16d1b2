import { bigint, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { AuditAction, AuditSubjectKind } from '#app/domain/audit/actions.ts'
import { document, instant, oneOf } from './columns.ts'
import { auditDetail } from './documents.ts'

export type ActorKind = 'visitor' | 'officer' | 'system'

export const audit = pgTable('audit', {
	id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
	at: instant('at').notNull(),
	actorKind: oneOf<ActorKind>('actor_kind').notNull(),
	actorId: uuid('actor_id'),
	action: oneOf<AuditAction>('action').notNull(),
	facilityId: uuid('facility_id'),
	subjectKind: oneOf<AuditSubjectKind>('subject_kind').notNull(),
	subjectId: uuid('subject_id'),
	requestId: text('request_id'),
	detail: document('detail', auditDetail).notNull(),
})
