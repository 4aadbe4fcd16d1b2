import { sql } from 'drizzle-orm'
import { date, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { DecisionState } from '#app/domain/decisions/decision.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import { document, instant, oneOf } from './columns.ts'
import { textsById } from './documents.ts'

export type DecisionOutcome = 'granted' | 'granted-with-limits' | 'refused'

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
