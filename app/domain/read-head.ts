/** What makes the names of a table's columns unreadable, and which. */
export interface HeadProblem {
	problem: 'columns-missing' | 'columns-unknown' | 'columns-repeated'
	columns: string[]
}

/** Where each column stands. */
export type ColumnOrder<C extends string> = Readonly<Partial<Record<C, number>>>

/** Reads the names of a table's columns, in any order, in small or capital letters. Those that are `optional` may be left out. */
export function readHead<C extends string>(
	cells: readonly string[],
	columns: readonly C[],
	optional: readonly C[] = [],
): { order: ColumnOrder<C> } | HeadProblem {
	const names = cells.map((cell) => cell.trim().toLowerCase())
	const known = columns.map((column) => column.toLowerCase())
	const unknown = names.filter((name) => !known.includes(name))
	const repeated = names.filter((name, index) => known.includes(name) && names.indexOf(name) !== index)
	const missing = columns.filter((column) => !optional.includes(column) && !names.includes(column.toLowerCase()))
	// A file with none of the names is told what it lacks, which says more than what it has.
	if (missing.length > 0) return { problem: 'columns-missing', columns: missing }
	if (repeated.length > 0) return { problem: 'columns-repeated', columns: [...new Set(repeated)] }
	if (unknown.length > 0) return { problem: 'columns-unknown', columns: unknown.map(shown) }
	const order: Partial<Record<C, number>> = {}
	for (const column of columns) {
		const at = names.indexOf(column.toLowerCase())
		if (at !== -1) order[column] = at
	}
	return { order }
}

/** A name from outside, as far as it can stand in an answer. */
function shown(name: string): string {
	return name.replace(/[^\p{L}\p{N} _-]/gu, '?').slice(0, 40)
}
