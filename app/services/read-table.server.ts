import { cellsOf, decode, isBlank, type Separator, separatorOf } from './table-cells.ts'
import { type FileLine, type FilePosition, linesOf } from './table-lines.ts'

/** Why the cells of one line cannot be read. */
export type TableProblem = 'encoding' | 'line-too-long' | 'quotes' | 'cell-count'

/** One line with something in it. */
export interface TableLine {
	line: number
	/** In the order of the table's names. */
	cells: string[] | TableProblem
	/** Where the next line begins. */
	next: FilePosition
}

export interface Table {
	/** What the columns are called, as it stands there; those without a name are left out. */
	names: string[]
	/** The lines after the names, or from a place on. */
	lines(from?: FilePosition): AsyncGenerator<TableLine>
}

/** Nothing of the file can be read as a table. */
export class NoTable extends Error {
	override readonly name = 'NoTable'
	constructor(readonly problem: 'empty' | 'not-text') {
		super(problem)
	}
}

/** A file's bytes from a place on. */
export type BytesFrom = (byte: number) => AsyncIterable<Uint8Array>

/**
 * Opens a file of lines parted by `;`, `,` or tabs, in UTF-8, or in UTF-16 with a byte order mark, whose first line with anything
 * in it names the columns. Rows of nothing but separators are no lines; a column without a name may have nothing in it.
 *
 * @throws NoTable
 */
export async function openTable(bytesFrom: BytesFrom): Promise<Table> {
	const head = await readHead(bytesFrom(0))
	const { separator, named, encoding } = head
	const begin = { line: head.line + 1, byte: head.end }
	return {
		names: named.map((index) => head.cells[index]?.trim() ?? ''),
		async *lines(from = begin) {
			const start = from.byte > begin.byte ? from : begin
			for await (const found of linesOf(bytesFrom(start.byte), start, encoding)) {
				const cells = readCells(found, separator)
				if (typeof cells !== 'string' && cells.every(isBlank)) continue
				const next = { line: found.line + 1, byte: found.end }
				yield { line: found.line, cells: typeof cells === 'string' ? cells : fitted(cells, head), next }
			}
		},
	}
}

interface Head {
	cells: string[]
	/** Where the columns with a name stand. */
	named: number[]
}

/** The cells of the named columns. A line ends where the last of these does, or no further out than the head. */
function fitted(cells: string[], { named, cells: head }: Head): string[] | 'cell-count' {
	const least = (named.at(-1) ?? 0) + 1
	if (cells.length < least || cells.length > head.length) return 'cell-count'
	if (named.length === cells.length) return cells
	if (cells.some((cell, index) => !named.includes(index) && !isBlank(cell))) return 'cell-count'
	return named.map((index) => cells[index] ?? '')
}

function readCells({ bytes, encoding }: FileLine, separator: Separator): string[] | TableProblem {
	if (bytes === null) return 'line-too-long'
	const text = decode(bytes, encoding)
	return text === null ? 'encoding' : (cellsOf(text, separator) ?? 'quotes')
}

async function readHead(bytes: AsyncIterable<Uint8Array>) {
	for await (const { bytes: line, ...found } of linesOf(bytes)) {
		const text = line && decode(line, found.encoding)
		// A spreadsheet's own format shows here: with a zero byte, or as no text at all.
		if (text === null) throw new NoTable('not-text')
		const plain = text.replace(/^\uFEFF/, '')
		const separator = separatorOf(plain)
		const cells = cellsOf(plain, separator) ?? []
		const named = [...cells.keys()].filter((index) => !isBlank(cells[index] ?? ''))
		if (named.length > 0) return { ...found, separator, cells, named }
	}
	throw new NoTable('empty')
}
