import type { Template } from '#app/domain/timetable/template.ts'

/** An hour in the hall each Thursday at noon. */
export function template(changes: Partial<Template> = {}): Template {
	return {
		name: 'Hall',
		weekday: 4,
		startTime: '12:00',
		minutes: 60,
		everyWeeks: 1,
		validFrom: '2026-11-23',
		validTo: null,
		setting: 'hall',
		area: 'hall',
		provides: ['watched'],
		groups: 4,
		people: null,
		track: 'family',
		approval: null,
		units: null,
		securityLevels: null,
		legalStatuses: null,
		...changes,
	}
}
