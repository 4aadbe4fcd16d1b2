import { sql } from 'drizzle-orm'
import { boolean, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { AppealOutcome, LateAppealGround } from '#app/domain/decisions/appeal.ts'
import type { DecisionState } from '#app/domain/decisions/decision.ts'
import type { HearingState, OmissionGround } from '#app/domain/decisions/hearing.ts'
import type { DecisionKind } from '#app/domain/decisions/kinds.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import { document, instant, oneOf } from './columns.ts'
import { letterDocument, permitBefore, textsById } from './documents.ts'

export const decision = pgTable('decision', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	applicationId: uuid('application_id'),
	permitId: uuid('permit_id'),
	visitorId: uuid('visitor_id'),
	facilityId: uuid('facility_id'),
	dismissesId: uuid('dismisses_id'),
	hearingId: uuid('hearing_id'),
	outcome: oneOf<DecisionKind>('outcome').notNull(),
	state: oneOf<DecisionState>('state').notNull(),
	version: integer('version').notNull().default(1),
	applicationVersion: integer('application_version'),
	controls: oneOf<Control>('controls').array().notNull().default(sql`'{}'`),
	until: date('until'),
	rule: text('rule'),
	facts: text('facts'),
	lesserControls: document('lesser_controls', textsById).notNull().default({}),
	children: document('children', textsById).notNull().default({}),
	interim: boolean('interim').notNull().default(false),
	approveBy: instant('approve_by'),
	fallsAwayAt: instant('falls_away_at'),
	permitBefore: document('permit_before', permitBefore),
	banId: uuid('ban_id'),
	draftedBy: uuid('drafted_by').notNull(),
	approvedBy: uuid('approved_by'),
	draftedAt: instant('drafted_at').notNull(),
	approvedAt: instant('approved_at'),
	inForceAt: instant('in_force_at'),
	sentAt: instant('sent_at'),
	openedAt: instant('opened_at'),
	endedAt: instant('ended_at'),
	/** When its controls are to be looked at again. */
	reviewOn: date('review_on'),
	controlsEndedAt: instant('controls_ended_at'),
	/** The visitor's last day to appeal; each party has its own. */
	appealUntil: date('appeal_until'),
})

export const decisionParty = pgTable('decision_party', {
	id: uuid('id').primaryKey(),
	decisionId: uuid('decision_id').notNull(),
	visitorId: uuid('visitor_id'),
	prisonerId: uuid('prisoner_id'),
	language: oneOf<'nb' | 'nn' | 'en'>('language').notNull(),
	templateVersion: integer('template_version').notNull(),
	letter: document('letter', letterDocument).notNull(),
	availableAt: instant('available_at').notNull(),
	appealUntil: date('appeal_until'),
	openedAt: instant('opened_at'),
	reminders: integer('reminders').notNull().default(0),
	remindAt: instant('remind_at'),
})

export const appeal = pgTable('appeal', {
	id: uuid('id').primaryKey(),
	decisionId: uuid('decision_id').notNull(),
	partyId: uuid('party_id').notNull(),
	text: text('text').notNull(),
	receivedAt: instant('received_at').notNull(),
	late: boolean('late').notNull(),
	takenUpAt: instant('taken_up_at'),
	takenUpBy: uuid('taken_up_by'),
	ground: oneOf<LateAppealGround>('ground'),
})

export const appealAnswer = pgTable('appeal_answer', {
	id: uuid('id').primaryKey(),
	decisionId: uuid('decision_id').notNull(),
	outcome: oneOf<AppealOutcome>('outcome').notNull(),
	reasons: text('reasons').notNull(),
	answeredBy: uuid('answered_by').notNull(),
	answeredAt: instant('answered_at').notNull(),
})

export const hearing = pgTable('hearing', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	applicationId: uuid('application_id'),
	permitId: uuid('permit_id'),
	visitorId: uuid('visitor_id'),
	state: oneOf<HearingState>('state').notNull(),
	notice: text('notice'),
	answerUntil: date('answer_until'),
	omittedBecause: oneOf<OmissionGround>('omitted_because'),
	reason: text('reason'),
	createdBy: uuid('created_by').notNull(),
	createdAt: instant('created_at').notNull(),
})

export const hearingParty = pgTable(
	'hearing_party',
	{
		hearingId: uuid('hearing_id').notNull(),
		visitorId: uuid('visitor_id').notNull(),
		openedAt: instant('opened_at'),
		answer: text('answer'),
		answeredAt: instant('answered_at'),
		reminders: integer('reminders').notNull().default(0),
		remindAt: instant('remind_at'),
	},
	(t) => [primaryKey({ columns: [t.hearingId, t.visitorId] })],
)
