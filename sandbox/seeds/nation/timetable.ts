import { addDays, type LocalDate } from '#app/domain/calendar/oslo.ts'
import type { Span } from '#app/domain/calendar/span.ts'
import { sessionTimes } from '#app/domain/timetable/session-times.ts'
import type { sessionTemplate, visitSession } from '#db/schema/index.ts'
import type { RoomRow, SessionSlot } from '../population/slot.ts'
import type { SeededIds } from '../seeded-ids.ts'
import type { NationFacility } from './facilities.ts'

type TemplateRow = typeof sessionTemplate.$inferInsert
export type SessionRow = typeof visitSession.$inferInsert

/** A place whose session is still to be written. */
export interface CreatedSlot extends SessionSlot {
	row: SessionRow & { takenGroups: number; takenPeople: number }
}

interface WeekRow {
	kind: SessionSlot['kind']
	name: string
	area: string
	weekdays: readonly number[]
	times: readonly string[]
	minutes: number
	setting: TemplateRow['setting']
	provides: TemplateRow['provides']
	groups: number
	people: number | null
}

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const workdays = [1, 2, 3, 4, 5]
const weekend = [6, 7]

/** Places enough that a week with two visits for each prisoner fills two thirds of them. */
function weekOf(facility: NationFacility, prisoners: number): WeekRow[] {
	const enough = (visits: number, sessions: number, least: number) =>
		Math.max(least, Math.ceil(visits / sessions / 0.65))
	const counsel = {
		kind: 'official',
		name: 'Advokatrom',
		area: 'counsel',
		weekdays: workdays,
		times: ['09:00'],
	} as const
	const official: WeekRow = { ...counsel, minutes: 60, setting: 'private-room', provides: [], groups: 3, people: null }
	if (facility.level !== 'high') {
		const groups = enough(prisoners * 2, 21, 3)
		const living = { name: 'Stua', area: 'living-room', weekdays: everyDay, times: ['12:00', '15:00', '18:00'] }
		const garden = { name: 'Hagen', area: 'garden', weekdays: weekend, times: ['13:00'] }
		return [
			{ kind: 'ordinary', ...living, minutes: 90, setting: 'hall', provides: [], groups, people: groups * 4 },
			{ kind: 'ordinary', ...garden, minutes: 120, setting: 'outdoor', provides: [], groups: 3, people: null },
			official,
		]
	}
	const groups = enough(prisoners * 2, 16, 3)
	const hall = { name: 'Besøkssalen', area: 'hall', minutes: 60, setting: 'hall', people: groups * 4, groups } as const
	const booths = {
		name: 'Lukene',
		area: 'booths',
		weekdays: workdays,
		times: ['13:00'],
		minutes: 60,
		setting: 'booth',
	} as const
	const screen = { name: 'Skjermbesøk', area: 'screen', weekdays: workdays, times: ['17:30'], minutes: 45 }
	return [
		{ kind: 'ordinary', ...hall, provides: ['watched'], weekdays: workdays, times: ['12:00', '14:00'] },
		{ kind: 'ordinary', ...hall, provides: ['watched'], weekdays: weekend, times: ['10:00', '12:30', '15:00'] },
		{ kind: 'ordinary', ...screen, setting: 'video', provides: ['watched'], groups: 3, people: null },
		{
			kind: 'glass',
			...booths,
			provides: ['watched', 'overheard', 'no-touch', 'glass'],
			groups: enough(prisoners * 0.2, 5, 1),
			people: null,
		},
		official,
	]
}

export interface NationTimetable {
	templates: TemplateRow[]
	room: RoomRow
	/** The sessions of a week, by its Monday, up to a date. */
	week(monday: LocalDate, last: LocalDate): CreatedSlot[]
}

/** A facility's timetable since a Monday. `times` remembers what a wall time is, for all facilities together. */
export function nationTimetable(
	facility: NationFacility,
	prisoners: number,
	{ since, firstMonday, ids, times }: { since: Date; firstMonday: LocalDate; ids: SeededIds; times: TimesOfDay },
): NationTimetable {
	const rows = weekOf(facility, prisoners).flatMap(({ kind, weekdays, times: starts, ...terms }) =>
		weekdays.flatMap((weekday) =>
			starts.map((startTime) => ({
				kind,
				template: {
					...terms,
					id: ids.id(since),
					ref: ids.ref(),
					facilityId: facility.id,
					weekday,
					startTime,
					everyWeeks: 1,
					validFrom: firstMonday,
					validTo: null,
					units: null,
					securityLevels: null,
					legalStatuses: null,
					track: kind === 'official' ? ('official' as const) : ('family' as const),
					approval: null,
				},
			})),
		),
	)
	const week = (monday: LocalDate, last: LocalDate) =>
		rows
			.map(({ kind, template }) => ({ kind, template, date: addDays(monday, template.weekday - 1) }))
			.filter(({ date }) => date <= last)
			.map(({ kind, template, date }) =>
				placeOf(kind, template, date, times(date, template.startTime, template.minutes), ids),
			)
	return { templates: rows.map(({ template }) => template), room: roomOf(facility, ids.id(since), ids.ref()), week }
}

export type TimesOfDay = (date: LocalDate, startTime: string, minutes: number) => Span

/** `sessionTimes`, remembered: all facilities have their sessions at the same hours. */
export function rememberedTimes(): TimesOfDay {
	const known = new Map<string, Span>()
	return (date, startTime, minutes) => {
		const key = `${date} ${startTime} ${minutes}`
		const span = known.get(key) ?? sessionTimes(date, startTime, minutes)
		known.set(key, span)
		return span
	}
}

function placeOf(
	kind: SessionSlot['kind'],
	template: TemplateRow,
	date: LocalDate,
	span: Span,
	ids: SeededIds,
): CreatedSlot {
	const { facilityId, setting, area, provides, groups, track } = template
	const people = template.people ?? null
	return {
		row: {
			id: ids.id(span.start),
			ref: ids.ref(),
			facilityId,
			templateId: template.id,
			templateDate: date,
			startsAt: span.start,
			endsAt: span.end,
			setting,
			area,
			provides,
			groups,
			people,
			units: null,
			securityLevels: null,
			legalStatuses: null,
			track,
			approval: null,
			takenGroups: 0,
			takenPeople: 0,
		},
		date,
		kind,
		units: null,
		groupsLeft: groups,
		peopleLeft: people ?? Number.POSITIVE_INFINITY,
	}
}

function roomOf({ id: facilityId, level }: NationFacility, id: string, ref: string): RoomRow {
	const always = { id, ref, facilityId, people: 6, opens: '10:00', closes: '18:00', needsConsents: [] }
	return level === 'high'
		? {
				...always,
				name: 'Lekerommet',
				kind: 'play-room',
				provides: ['watched'],
				minHours: 1,
				maxHours: 3,
				turnaroundMinutes: 30,
				securityLevels: ['high'],
				features: ['toys', 'wheelchair'],
			}
		: {
				...always,
				name: 'Besøkshuset',
				kind: 'visiting-house',
				provides: [],
				minHours: 4,
				maxHours: 48,
				turnaroundMinutes: 120,
				securityLevels: null,
				features: ['kitchen', 'beds', 'toys', 'garden'],
			}
}
