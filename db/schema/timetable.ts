import { date, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Control } from '#app/domain/permits/controls.ts'
import type { Track } from '#app/domain/permits/permit.ts'
import type { Approval, Setting } from '#app/domain/timetable/visit-session.ts'
import { instant, oneOf, whoItIsFor } from './columns.ts'

/** What a template and its sessions share. Lists that are null mean all. */
const whatIsOffered = () => ({
	setting: oneOf<Setting>('setting').notNull(),
	area: text('area').notNull(),
	provides: oneOf<Control>('provides').array().notNull(),
	groups: integer('groups').notNull(),
	people: integer('people'),
	...whoItIsFor(),
	track: oneOf<Track>('track').notNull(),
	approval: oneOf<Approval>('approval'),
})

export const sessionTemplate = pgTable('session_template', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	facilityId: uuid('facility_id').notNull(),
	name: text('name').notNull(),
	/** 1 is Monday. */
	weekday: integer('weekday').notNull(),
	/** Wall time in Europe/Oslo, `HH:MM`. */
	startTime: text('start_time').notNull(),
	minutes: integer('minutes').notNull(),
	everyWeeks: integer('every_weeks').notNull(),
	validFrom: date('valid_from').notNull(),
	validTo: date('valid_to'),
	...whatIsOffered(),
})

export const visitSession = pgTable('visit_session', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	facilityId: uuid('facility_id').notNull(),
	templateId: uuid('template_id'),
	templateDate: date('template_date'),
	startsAt: instant('starts_at').notNull(),
	endsAt: instant('ends_at').notNull(),
	...whatIsOffered(),
	takenGroups: integer('taken_groups').notNull().default(0),
	takenPeople: integer('taken_people').notNull().default(0),
	liftedGroups: integer('lifted_groups').notNull().default(0),
	liftedPeople: integer('lifted_people').notNull().default(0),
})

export const closure = pgTable('closure', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	facilityId: uuid('facility_id').notNull(),
	firstDate: date('first_date'),
	lastDate: date('last_date'),
	unit: text('unit'),
	roomId: uuid('room_id'),
	sessionId: uuid('session_id'),
	reason: text('reason').notNull(),
	createdBy: uuid('created_by'),
	createdAt: instant('created_at').notNull(),
	endedAt: instant('ended_at'),
})
