import { boolean, date, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Control } from '#app/domain/permits/controls.ts'
import type { Channel, OfficialKind, PermitState, Relationship, Track } from '#app/domain/permits/permit.ts'
import { oneOf } from './columns.ts'

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
