import { sql } from 'drizzle-orm'
import { boolean, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { ApplicationState, CheckKind, CheckOutcome } from '#app/domain/applications/application.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import type { Channel, OfficialKind, PermitState, Relationship, Track } from '#app/domain/permits/permit.ts'
import type { CourtRestrictionType } from '#app/domain/restrictions/restrictions.ts'
import { document, instant, oneOf } from './columns.ts'
import { textsById } from './documents.ts'

export type DecisionOutcome = 'granted' | 'granted-with-limits' | 'refused'
export type DecisionState =
	| 'drafted'
	| 'approved'
	| 'sent'
	| 'opened'
	| 'appealed'
	| 'reversed'
	| 'forwarded'
	| 'upheld'
	| 'changed'

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

export const decision = pgTable('decision', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	applicationId: uuid('application_id').notNull(),
	outcome: oneOf<DecisionOutcome>('outcome').notNull(),
	state: oneOf<DecisionState>('state').notNull(),
	controls: oneOf<Control>('controls').array().notNull().default(sql`'{}'`),
	rule: text('rule'),
	facts: text('facts'),
	lesserControls: document('lesser_controls', textsById).notNull().default({}),
	children: document('children', textsById).notNull().default({}),
	draftedBy: uuid('drafted_by').notNull(),
	approvedBy: uuid('approved_by'),
	draftedAt: instant('drafted_at').notNull(),
	sentAt: instant('sent_at'),
	openedAt: instant('opened_at'),
	appealUntil: date('appeal_until'),
})

export const permit = pgTable('permit', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	visitorId: uuid('visitor_id').notNull(),
	prisonerId: uuid('prisoner_id').notNull(),
	decisionId: uuid('decision_id'),
	state: oneOf<PermitState>('state').notNull(),
	controls: oneOf<Control>('controls').array().notNull(),
	channels: oneOf<Channel>('channels').array().notNull(),
	relationship: oneOf<Relationship>('relationship').notNull(),
	track: oneOf<Track>('track').notNull(),
	officialKind: oneOf<OfficialKind>('official_kind'),
	guardianConsent: boolean('guardian_consent').notNull(),
	validFrom: date('valid_from'),
	validTo: date('valid_to'),
	recheckDue: date('recheck_due'),
})

export const courtRestriction = pgTable('court_restriction', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	prisonerId: uuid('prisoner_id').notNull(),
	type: oneOf<CourtRestrictionType>('type').notNull(),
	orderReference: text('order_reference').notNull(),
	fromAt: instant('from_at').notNull(),
	toAt: instant('to_at').notNull(),
	exceptedVisitorIds: uuid('excepted_visitor_ids').array().notNull().default(sql`'{}'`),
	coversOfficial: boolean('covers_official').notNull(),
})

export const ban = pgTable('ban', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	visitorId: uuid('visitor_id').notNull(),
	facilityId: uuid('facility_id'),
	fromAt: instant('from_at').notNull(),
	toAt: instant('to_at').notNull(),
	reason: text('reason').notNull(),
})

export const protectiveOrder = pgTable('protective_order', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	visitorId: uuid('visitor_id').notNull(),
	prisonerId: uuid('prisoner_id').notNull(),
	fromAt: instant('from_at').notNull(),
	toAt: instant('to_at').notNull(),
})

export const nonAssociation = pgTable('non_association', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	prisonerA: uuid('prisoner_a'),
	prisonerB: uuid('prisoner_b'),
	visitorA: uuid('visitor_a'),
	visitorB: uuid('visitor_b'),
	endedAt: instant('ended_at'),
})
