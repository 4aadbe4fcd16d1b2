import { parse } from 'csv-parse/sync'

export type Separator = ',' | ';'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of a line; null when it is not UTF-8. */
export function decode(bytes: Buffer): string | null {
	try {
		return utf8.decode(bytes)
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

/** What parts the cells, by the line with their names: none of those has either sign in it. */
export function separatorOf(header: string): Separator {
	return header.split(';').length > header.split(',').length ? ';' : ','
}
