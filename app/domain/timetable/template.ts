import type { LocalDate } from '../calendar/oslo.ts'
import { isLocalDate } from '../calendar/oslo.ts'
import type { Control } from '../permits/controls.ts'
import { neverOfficial } from '../permits/needed-controls.ts'
import type { Track } from '../permits/permit.ts'
import type { Approval, Audience, Setting } from './visit-session.ts'

/** When a row of the weekly timetable recurs. */
export interface WeeklyPattern {
	/** 1 is Monday, 7 is Sunday. */
	weekday: number
	/** Every so many weeks, counted from the Monday of the week of `validFrom`. */
	everyWeeks: number
	/** Both dates count; without the last one it goes on. */
	validFrom: LocalDate
	validTo: LocalDate | null
}

/** What a template hands on to each of its timetable. */
export interface SessionTerms extends Audience {
	setting: Setting
	/** The name of the place within the facility. */
	area: string
	provides: readonly Control[]
	groups: number
	people: number | null
	track: Track
	/** null: as the facility's policy says. */
	approval: Approval | null
}

/** A row of the weekly timetable. */
export interface Template extends WeeklyPattern, SessionTerms {
	name: string
	/** Wall time in Europe/Oslo, `HH:MM`: the hour stays when the clock changes. */
	startTime: string
	minutes: number
}

export type TemplateField = keyof Template

const isWhole = (value: number, least: number, most: number) =>
	Number.isInteger(value) && value >= least && value <= most
/** null is all; an empty list would be nobody. */
const isAllOrSome = (list: readonly string[] | null) => list === null || list.length > 0

/** The fields that cannot stand as they are; none when the template can be kept. */
export function faultyFields(template: Template): TemplateField[] {
	const { validFrom, validTo, people, track, provides } = template
	const checks: readonly [TemplateField, boolean][] = [
		['name', template.name.trim() !== ''],
		['area', template.area.trim() !== ''],
		['weekday', isWhole(template.weekday, 1, 7)],
		['startTime', /^([01]\d|2[0-3]):[0-5]\d$/.test(template.startTime)],
		['minutes', isWhole(template.minutes, 5, 1440)],
		['everyWeeks', isWhole(template.everyWeeks, 1, 52)],
		['validFrom', isLocalDate(validFrom)],
		['validTo', validTo === null || (isLocalDate(validTo) && validTo >= validFrom)],
		['groups', isWhole(template.groups, 1, 1000)],
		['people', people === null || isWhole(people, 1, 1000)],
		// Nobody may save what an official visit must never have (straffegjennomføringsloven § 31 sixth paragraph).
		['provides', track === 'family' || !provides.some((control) => neverOfficial.includes(control))],
		['units', isAllOrSome(template.units)],
		['securityLevels', isAllOrSome(template.securityLevels)],
		['legalStatuses', isAllOrSome(template.legalStatuses)],
	]
	return checks.filter(([, holds]) => !holds).map(([field]) => field)
}
