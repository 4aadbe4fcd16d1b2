import { type FileProblem, readHeader } from '#app/domain/register/columns.ts'
import type { LineProblem } from '#app/domain/register/problems.ts'
import { type FacilitiesBySlug, type ReadingOf, type RegisterRow, readRow } from '#app/domain/register/row.ts'
import { type BytesFrom, NoTable, openTable, type Table, type TableLine } from '../read-table.server.ts'
import type { FilePosition } from '../table-lines.ts'

/** Nothing of the file can be read. */
export class UnreadableFile extends Error {
	override readonly name = 'UnreadableFile'
	constructor(
		readonly problem: FileProblem,
		readonly columns: readonly string[] = [],
	) {
		super(`${problem} ${columns.join(', ')}`.trim())
	}
}

/** Some lines of a file, read. `next` is where the following begins. */
export interface ReadLines {
	lines: number
	rows: RegisterRow[]
	problems: LineProblem[]
	next: FilePosition
}

export interface FileToRead {
	bytesFrom: BytesFrom
	places: FacilitiesBySlug
	now: Date
	/** Where to begin; after the first line when left out. */
	from?: FilePosition | undefined
}

/** Lines read before they are handed on together. */
const batch = 500

/**
 * Reads a register file in batches of lines.
 *
 * @throws UnreadableFile when its first line does not name the columns
 */
export async function* readFile({ bytesFrom, places, now, from }: FileToRead): AsyncGenerator<ReadLines> {
	const { table, order } = await openRegister(bytesFrom)
	const reading: ReadingOf = { order, places, now }
	let read: ReadLines = { lines: 0, rows: [], problems: [], next: { line: 1, byte: 0 } }
	for await (const found of table.lines(from)) {
		const row = readLine(found, reading)
		read.next = found.next
		read.lines++
		if (Array.isArray(row)) read.problems.push(...row)
		else read.rows.push(row)
		if (read.lines < batch) continue
		yield read
		read = { lines: 0, rows: [], problems: [], next: read.next }
	}
	if (read.lines > 0) yield read
}

function readLine({ line, cells }: TableLine, reading: ReadingOf): RegisterRow | LineProblem[] {
	return typeof cells === 'string' ? [{ line, column: '', reason: cells }] : readRow(line, cells, reading)
}

async function openRegister(bytesFrom: BytesFrom) {
	const table = await openedTable(bytesFrom)
	const header = readHeader(table.names)
	if ('problem' in header) throw new UnreadableFile(header.problem, header.columns)
	return { table, order: header.order }
}

async function openedTable(bytesFrom: BytesFrom): Promise<Table> {
	try {
		return await openTable(bytesFrom)
	} catch (error) {
		if (error instanceof NoTable) throw new UnreadableFile(error.problem)
		throw error
	}
}
