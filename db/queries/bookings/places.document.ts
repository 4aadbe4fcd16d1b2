import { z } from 'zod'
import { controls } from '#app/domain/permits/controls.ts'
import { tracks } from '#app/domain/permits/permit.ts'
import { legalStatuses, securityLevels } from '#app/domain/prisoners/prisoner.ts'
import { roomKinds, stayConsents } from '#app/domain/rooms/room.ts'
import { approvals, settings } from '#app/domain/timetable/visit-session.ts'
import { day, instant, storedPolicyShape, uuid } from '../shapes.ts'

const audience = {
	units: z.array(z.string()).nullable(),
	securityLevels: z.array(z.enum(securityLevels)).nullable(),
	legalStatuses: z.array(z.enum(legalStatuses)).nullable(),
}

const fixedShape = z.strictObject({
	id: uuid,
	ref: z.string(),
	facilityId: uuid,
	area: z.string(),
	start: instant,
	end: instant,
	setting: z.enum(settings),
	provides: z.array(z.enum(controls)),
	groups: z.int(),
	people: z.int().nullable(),
	...audience,
	track: z.enum(tracks),
	approval: z.enum(approvals).nullable(),
})

export type FixedDocument = z.output<typeof fixedShape>

const sessionShape = fixedShape.extend({
	takenGroups: z.int(),
	takenPeople: z.int(),
	replacedGroups: z.int(),
	replacedPeople: z.int(),
})

export type SessionDocument = z.output<typeof sessionShape>

/** A version of a facility's policy as stored; null where the defaults hold. */
export type StoredPolicy = z.output<typeof storedPolicyShape>

const place = {
	closures: z.array(
		z.strictObject({
			id: uuid,
			first: day.nullable(),
			last: day.nullable(),
			unit: z.string().nullable(),
			roomId: uuid.nullable(),
			sessionId: uuid.nullable(),
		}),
	),
	policy: storedPolicyShape.nullable(),
}

export const sessionFactsShape = z.strictObject({ ...place, session: sessionShape }).nullable()

/** A timetable as PostgreSQL answers it. */
export const timetableShape = z.strictObject({
	...place,
	version: z.string().nullable(),
	/** Null when they were not asked for: whoever knows this version has them. */
	sessions: z.array(fixedShape).nullable(),
	/** What is taken of each, in the order of the timetable. */
	groups: z.array(z.int()),
	people: z.array(z.int()),
})

export type TimetableDocument = z.output<typeof timetableShape>

export const roomFactsShape = z
	.strictObject({
		...place,
		room: z.strictObject({
			id: uuid,
			ref: z.string(),
			name: z.string(),
			facilityId: uuid,
			kind: z.enum(roomKinds),
			people: z.int(),
			provides: z.array(z.enum(controls)),
			minHours: z.int(),
			maxHours: z.int(),
			turnaroundMinutes: z.int(),
			...audience,
			opens: z.string(),
			closes: z.string(),
			needsConsents: z.array(z.enum(stayConsents)),
		}),
		reservations: z.array(z.strictObject({ id: uuid, start: instant, end: instant })),
	})
	.nullable()
