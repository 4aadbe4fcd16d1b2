import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { ApplicationState, CheckKind, CheckOutcome } from '#app/domain/applications/application.ts'
import type { OfficialKind, Relationship, Track } from '#app/domain/permits/permit.ts'
import { instant, oneOf } from './columns.ts'

export const application = pgTable('application', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	idempotencyKey: uuid('idempotency_key'),
	applicantId: uuid('applicant_id').notNull(),
	visitorId: uuid('visitor_id').notNull(),
	typedNumber: text('typed_number').notNull(),
	typedName: text('typed_name').notNull(),
	relationship: oneOf<Relationship>('relationship').notNull(),
	track: oneOf<Track>('track').notNull(),
	officialKind: oneOf<OfficialKind>('official_kind'),
	guardianConsent: boolean('guardian_consent').notNull(),
	message: text('message').notNull().default(''),
	state: oneOf<ApplicationState>('state').notNull(),
	prisonerId: uuid('prisoner_id'),
	receivedAt: instant('received_at').notNull(),
	decidedAt: instant('decided_at'),
	version: integer('version').notNull().default(1),
})

export const applicationCheck = pgTable(
	'application_check',
	{
		applicationId: uuid('application_id').notNull(),
		kind: oneOf<CheckKind>('kind').notNull(),
		outcome: oneOf<CheckOutcome>('outcome').notNull(),
		setBy: uuid('set_by'),
		setAt: instant('set_at'),
	},
	(t) => [primaryKey({ columns: [t.applicationId, t.kind] })],
)
