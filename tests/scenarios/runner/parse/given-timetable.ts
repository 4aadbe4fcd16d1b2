import { z } from 'zod'
import { controls } from '#app/domain/permits/controls.ts'
import { tracks } from '#app/domain/permits/permit.ts'
import { legalStatuses, securityLevels } from '#app/domain/prisoners/prisoner.ts'
import { roomKinds, stayConsents } from '#app/domain/rooms/room.ts'
import { approvals, settings } from '#app/domain/timetable/visit-session.ts'
import { count, date, oneOf, orWord, ref, text, time, timeOfDay } from './fields.ts'

const all = <T extends z.ZodType>(item: T) => orWord('all', z.array(item))

const audience = {
	units: all(text),
	securityLevels: all(oneOf(securityLevels)),
	legalStatuses: all(oneOf(legalStatuses)),
}

/** What a session offers, beside when: each field as it may be changed. */
export const sessionFields = {
	setting: oneOf(settings),
	area: text,
	provides: z.array(oneOf(controls)),
	groups: count,
	people: orWord('none', count),
	...audience,
	track: oneOf(tracks),
	approval: oneOf(approvals),
}

/** The same with its defaults. `area` left out is one of its own, `provides` goes by the track. */
const offered = {
	setting: sessionFields.setting.default('hall'),
	area: sessionFields.area.optional(),
	provides: sessionFields.provides.optional(),
	groups: sessionFields.groups.default(10),
	people: sessionFields.people.default(null),
	units: audience.units.default(null),
	securityLevels: audience.securityLevels.default(null),
	legalStatuses: audience.legalStatuses.default(null),
	track: sessionFields.track.default('family'),
	approval: sessionFields.approval.optional(),
}

export const minutes = count.min(1, 'is below 1')

const session = z.strictObject({ facility: ref('facility'), start: time, minutes: minutes.default(60), ...offered })
export type GivenSession = z.output<typeof session>
export const sessions = z.record(z.string(), session).default({})

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const template = z.strictObject({
	facility: ref('facility'),
	weekday: oneOf(weekdays),
	time: timeOfDay,
	minutes: minutes.default(60),
	everyWeeks: count.min(1, 'is below 1').default(1),
	validFrom: date,
	validTo: date.optional(),
	...offered,
})
export type GivenTemplate = z.output<typeof template>
export const templates = z.record(z.string(), template).default({})

const room = z.strictObject({
	facility: ref('facility'),
	kind: oneOf(roomKinds).default('visiting-house'),
	people: count.default(6),
	provides: z.array(oneOf(controls)).default([]),
	minHours: count.default(1),
	maxHours: count.default(24),
	turnaroundMinutes: count.default(60),
	units: audience.units.default(null),
	securityLevels: audience.securityLevels.default(null),
	legalStatuses: audience.legalStatuses.default(null),
	opens: timeOfDay.default('00:00'),
	closes: timeOfDay.default('24:00'),
	needsConsents: z.array(oneOf(stayConsents)).default([]),
})
export const rooms = z.record(z.string(), room).default({})
