import { parseName } from '../parse-name.ts'
import {
	type Custody,
	custodies,
	type LegalStatus,
	legalStatuses,
	type SecurityLevel,
	securityLevels,
} from '../prisoners/prisoner.ts'
import { parseNumber } from '../prisoners/prisoner-number.ts'
import type { ColumnOrder, RegisterColumn } from './columns.ts'
import { parseDate, parseInstant } from './parse-time.ts'
import type { LineProblem, ProblemReason } from './problems.ts'

/** What one line of the register says of one prisoner. */
export interface RegisterRow {
	line: number
	number: string
	givenName: string
	familyName: string
	born: string
	facilityId: string
	unit: string
	securityLevel: SecurityLevel
	legalStatus: LegalStatus
	custody: Custody
	/** Null when the register does not say. */
	language: string | null
	/** Since when it is so. */
	validFrom: Date
}

/** The facilities there are, by the short name that the register knows them by. */
export type FacilitiesBySlug = ReadonlyMap<string, { id: string; units: ReadonlySet<string> }>

export interface ReadingOf {
	order: ColumnOrder
	places: FacilitiesBySlug
	now: Date
}

/** Reads one line's cells: the row, or everything that is wrong with it. */
export function readRow(line: number, cells: readonly string[], reading: ReadingOf): RegisterRow | LineProblem[] {
	const { order, places, now } = reading
	const problems: LineProblem[] = []
	const wrong = (column: RegisterColumn, reason: ProblemReason) => problems.push({ line, column, reason })
	const textOf = (column: RegisterColumn) => cells[order[column] ?? -1]?.normalize('NFC').trim() ?? ''

	/** The cell as `read` understands it; a fault is noted, and null stands in its place. */
	function cell<T>(column: RegisterColumn, reason: ProblemReason, read: (text: string) => T | null): T | null {
		const text = textOf(column)
		const value = text === '' ? null : read(text)
		if (value === null) wrong(column, text === '' ? 'missing' : reason)
		return value
	}

	const number = cell('number', 'not-a-number', numberOf)
	const name = nameOf(textOf('given_name'), textOf('family_name'), wrong)
	const born = cell('birth_date', 'not-a-date', parseDate)
	const validFrom = cell('valid_from', 'not-a-time', parseInstant)
	const place = cell('facility', 'unknown-facility', (text) => places.get(text.toLowerCase()) ?? null)
	const unit = cell('unit', 'unknown-unit', (text) => (place === null || place.units.has(text) ? text : null))
	const securityLevel = cell('security_level', 'not-a-level', (text) => oneOf(securityLevels, text))
	const legalStatus = cell('legal_status', 'not-a-status', (text) => oneOf(legalStatuses, text))
	const custody = cell('custody', 'not-a-custody', (text) => oneOf(custodies, text))
	const language = textOf('language').toLowerCase() || null
	if (language !== null && !/^[a-z]{2,3}$/.test(language)) wrong('language', 'not-a-language')
	if (born !== null && !(born >= '1900-01-01' && born <= now.toISOString().slice(0, 10)))
		wrong('birth_date', 'no-birth-date')
	// What is not yet so would change what families may book today.
	if (validFrom !== null && validFrom > now) wrong('valid_from', 'not-yet')

	if (problems.length > 0) return problems
	if (!number || !name || !born || !validFrom || !place || !unit) return problems
	if (!securityLevel || !legalStatus || !custody) return problems
	return {
		...{ line, number, ...name, born, facilityId: place.id, unit },
		...{ securityLevel, legalStatus, custody, language, validFrom },
	}
}

/** The two names; who has one alone may have it in either column. */
function nameOf(given: string, family: string, wrong: (column: RegisterColumn, reason: ProblemReason) => void) {
	const nameIn = (column: RegisterColumn, text: string): string | null => {
		const parsed = text === '' ? { name: '' } : parseName(text, 100)
		if ('name' in parsed) return parsed.name
		wrong(column, 'not-a-name')
		return null
	}
	const [givenName, familyName] = [nameIn('given_name', given), nameIn('family_name', family)]
	if (givenName === null || familyName === null) return null
	if (givenName === '' && familyName === '') {
		wrong('given_name', 'missing')
		wrong('family_name', 'missing')
		return null
	}
	return givenName === '' ? { givenName: familyName, familyName: '' } : { givenName, familyName }
}

/** Shorter than what people may type: no register has as much. */
function numberOf(text: string): string | null {
	const number = parseNumber(text)
	return number === null || number.length > 32 ? null : number
}

function oneOf<T extends string>(values: readonly T[], text: string): T | null {
	return values.find((value) => value === text.toLowerCase()) ?? null
}
