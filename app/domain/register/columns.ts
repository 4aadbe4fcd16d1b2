/** The columns of a register file, by their names in its first line. `language` may be left out, as a column or in a line. */
export const registerColumns = [
	'number',
	'given_name',
	'family_name',
	'birth_date',
	'facility',
	'unit',
	'security_level',
	'legal_status',
	'custody',
	'valid_from',
	'language',
] as const
export type RegisterColumn = (typeof registerColumns)[number]

const optional: readonly string[] = ['language']

/** Where each column stands in the lines of one file. */
export type ColumnOrder = Readonly<Partial<Record<RegisterColumn, number>>>

/** What makes the lines of a file unreadable, all of them. */
export type FileProblem = 'empty' | 'not-text' | 'columns-missing' | 'columns-unknown' | 'columns-repeated'

export type Header =
	| { order: ColumnOrder; width: number }
	| { problem: 'columns-missing' | 'columns-unknown' | 'columns-repeated'; columns: string[] }

const isColumn = (name: string): name is RegisterColumn => registerColumns.some((column) => column === name)

/** Reads the first line's names, in any order, in small or capital letters. */
export function readHeader(cells: readonly string[]): Header {
	const names = cells.map((cell) => cell.trim().toLowerCase())
	const unknown = names.filter((name) => !isColumn(name))
	const repeated = names.filter((name, index) => isColumn(name) && names.indexOf(name) !== index)
	const missing = registerColumns.filter((column) => !optional.includes(column) && !names.includes(column))
	// A file with none of the names is told what it lacks, which says more than what it has.
	if (missing.length > 0) return { problem: 'columns-missing', columns: missing }
	if (repeated.length > 0) return { problem: 'columns-repeated', columns: [...new Set(repeated)] }
	if (unknown.length > 0) return { problem: 'columns-unknown', columns: unknown.map(shown) }
	return { order: Object.fromEntries(names.map((name, index) => [name, index])), width: names.length }
}

/** A name from outside, as far as it can stand in an answer. */
function shown(name: string): string {
	return name.replace(/[^\p{L}\p{N} _-]/gu, '?').slice(0, 40)
}
