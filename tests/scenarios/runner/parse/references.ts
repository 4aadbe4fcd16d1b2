import { ofTemplate } from '../fixture/sessions.ts'
import { isRef, type Kind, type Ref, thePrisoner } from './fields.ts'
import type { Given } from './given.ts'
import { standingOfficers } from './given-people.ts'
import type { Reader } from './misfit.ts'
import type { SingleStep, Step } from './step.ts'
import type { Path } from './yaml.ts'

/** Refuses every label that nothing has been given by then, and every unit that its facility does not have. */
export function checkReferences(reader: Reader, given: Given, steps: readonly Step[]): void {
	const known = givenLabels(given)
	const { steps: _, ...groups } = given
	check(reader, known, groups, [])
	checkUnits(reader, given)
	for (const step of steps) checkStep(reader, known, step)
}

type Known = Map<Kind, Set<string>>

function givenLabels(given: Given): Known {
	const named = (list: readonly { as?: string | undefined }[]) =>
		list.flatMap(({ as }) => (as === undefined ? [] : [as]))
	const visitors = Object.keys(given.visitors)
	const officers = [...standingOfficers, ...Object.keys(given.officers)]
	return new Map<Kind, Set<string>>([
		['facility', new Set(Object.keys(given.facilities))],
		['prisoner', new Set(Object.keys(given.prisoners))],
		['visitor', new Set(visitors)],
		['officer', new Set(officers)],
		['actor', new Set([...visitors, ...officers])],
		['session', new Set(Object.keys(given.sessions))],
		['template', new Set(Object.keys(given.templates))],
		['room', new Set(Object.keys(given.rooms))],
		['booking', new Set(Object.keys(given.bookings))],
		[
			'order',
			new Set(
				named([
					...given.courtRestrictions,
					...given.bans,
					...given.protectiveOrders,
					...given.nonAssociations,
					...given.closures,
				]),
			),
		],
		['permit', new Set(named(given.permits))],
		['party', new Set([...visitors, thePrisoner])],
	])
}

function checkStep(reader: Reader, known: Known, step: Step): void {
	if (step.kind === 'single') {
		checkSingle(reader, known, step)
		return
	}
	if (step.kind === 'race') for (const run of new Set(step.runs)) checkSingle(reader, known, run)
	check(reader, known, step.expect, [...step.path, 'expect'])
}

function checkSingle(reader: Reader, known: Known, step: SingleStep): void {
	check(reader, known, step.bound.fields, [...step.path, step.verb])
	const { makes } = step.bound
	if (step.as !== null && makes !== null) known.set(makes, (known.get(makes) ?? new Set()).add(step.as))
	check(reader, known, step.calendar, [...step.path, 'expect'])
	check(reader, known, step.expect, [...step.path, 'expect'])
}

/** Goes through all that was read and looks up each reference. */
function check(reader: Reader, known: Known, value: unknown, path: Path): void {
	if (isRef(value)) {
		if (!isKnown(known, value))
			reader.refuse(path, `there is no ${value.kind === 'actor' ? 'person' : value.kind} “${value.label}”`)
	} else if (value instanceof Map) {
		for (const [key, item] of value) {
			const at = [...path, isRef(key) ? key.label : String(key)]
			check(reader, known, key, at)
			check(reader, known, item, at)
		}
	} else if (Array.isArray(value)) {
		for (const [index, item] of value.entries()) check(reader, known, item, [...path, index])
	} else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
		for (const [key, item] of Object.entries(value)) check(reader, known, item, [...path, key])
	}
}

function isKnown(known: Known, { kind, label }: Ref): boolean {
	const has = (of: Kind, name: string) => known.get(of)?.has(name) ?? false
	const created = kind === 'session' ? ofTemplate(label) : null
	return has(kind, label) || (created !== null && has('template', created.template))
}

function checkUnits(reader: Reader, given: Given): void {
	for (const [label, { facility, unit }] of Object.entries(given.prisoners)) {
		const units = given.facilities[facility.label]?.units
		if (units && !units.includes(unit))
			reader.refuse(['prisoners', label, 'unit'], `${facility.label} has no unit “${unit}”`)
	}
}
