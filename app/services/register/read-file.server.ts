import { type FileProblem, readHeader } from '#app/domain/register/columns.ts'
import type { LineProblem } from '#app/domain/register/problems.ts'
import { type FacilitiesBySlug, type ReadingOf, type RegisterRow, readRow } from '#app/domain/register/row.ts'
import { cellsOf, decode, type Separator, separatorOf } from './cells.ts'
import { type FileLine, type FilePosition, linesOf } from './lines.ts'

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
	/** The file's bytes from a place on. */
	bytesFrom(byte: number): AsyncIterable<Uint8Array>
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
	const header = await readHeaderLine(bytesFrom(0))
	const reading: ReadingOf = { order: header.order, width: header.width, places, now }
	const begin = from && from.byte > header.end ? from : { line: 2, byte: header.end }
	let read: ReadLines = { lines: 0, rows: [], problems: [], next: begin }
	for await (const one of linesOf(bytesFrom(begin.byte), begin)) {
		const found = readLine(one, header.separator, reading)
		read.next = { line: one.line + 1, byte: one.end }
		if (found === null) continue
		read.lines++
		if (Array.isArray(found)) read.problems.push(...found)
		else read.rows.push(found)
		if (read.lines < batch) continue
		yield read
		read = { lines: 0, rows: [], problems: [], next: read.next }
	}
	if (read.lines > 0) yield read
}

/** null for an empty line. */
function readLine(
	{ line, bytes }: FileLine,
	separator: Separator,
	reading: ReadingOf,
): RegisterRow | LineProblem[] | null {
	if (bytes === null) return [{ line, column: '', reason: 'line-too-long' }]
	const text = decode(bytes)
	if (text === null || text.includes('\0')) return [{ line, column: '', reason: 'encoding' }]
	if (text.trim() === '') return null
	const cells = cellsOf(text, separator)
	return cells === null ? [{ line, column: '', reason: 'quotes' }] : readRow(line, cells, reading)
}

async function readHeaderLine(bytes: AsyncIterable<Uint8Array>) {
	for await (const { bytes: first, end } of linesOf(bytes)) {
		const text = first && decode(first)
		// UTF-16 and spreadsheets' own formats show here: with a zero byte, or as no text at all.
		if (text === null || text.includes('\0')) throw new UnreadableFile('not-text')
		const plain = text.replace(/^\uFEFF/, '')
		if (plain.trim() === '') break
		const separator = separatorOf(plain)
		const header = readHeader(cellsOf(plain, separator) ?? [])
		if ('problem' in header) throw new UnreadableFile(header.problem, header.columns)
		return { ...header, separator, end }
	}
	throw new UnreadableFile('empty')
}
