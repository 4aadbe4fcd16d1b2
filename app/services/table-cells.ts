import { parse } from 'csv-parse/sync'
import type { Encoding } from './table-lines.ts'

const separators = [';', ',', '\t'] as const
export type Separator = (typeof separators)[number]

const exactly = { fatal: true, ignoreBOM: true }
const decoders: Readonly<Record<Encoding, TextDecoder>> = {
	'utf-8': new TextDecoder('utf-8', exactly),
	'utf-16le': new TextDecoder('utf-16le', exactly),
	'utf-16be': new TextDecoder('utf-16be', exactly),
}

/** The text of a line; null when it is not in its encoding, or has a zero in it as no text has. */
export function decode(bytes: Buffer, encoding: Encoding): string | null {
	try {
		const text = decoders[encoding].decode(bytes)
		return text.includes('\0') ? null : text
	} catch {
		return null
	}
}

/** The cells of one line; null when its quotation marks do not fit. */
export function cellsOf(text: string, separator: Separator): string[] | null {
	// Most lines have no quotation mark, and are no more than this.
	if (!text.includes('"')) return text.split(separator)
	try {
		const records: string[][] = parse(text, { delimiter: separator, relax_column_count: true, skip_empty_lines: true })
		return records.length === 1 ? (records[0] ?? null) : null
	} catch {
		return null
	}
}

/** What parts the cells, by the line with their names: none of those has any of these signs in it. */
export function separatorOf(header: string): Separator {
	const counts = separators.map((separator) => header.split(separator).length)
	return separators[counts.indexOf(Math.max(...counts))] ?? ';'
}

export const isBlank = (cell: string) => cell.trim() === ''
