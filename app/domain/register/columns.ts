import { type HeadProblem, type ColumnOrder as OrderOf, readHead } from '../read-head.ts'

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

/** Where each column stands in the lines of one file. */
export type ColumnOrder = OrderOf<RegisterColumn>

/** What makes the lines of a file unreadable, all of them. */
export type FileProblem = 'empty' | 'not-text' | HeadProblem['problem']

/** Reads the names of a register file's columns. */
export function readHeader(cells: readonly string[]): { order: ColumnOrder } | HeadProblem {
	return readHead(cells, registerColumns, ['language'])
}
