import { stringify } from 'csv-stringify/sync'

/** The mark by which a spreadsheet knows a file as UTF-8. */
export const utf8Mark = '\uFEFF'

/**
 * Rows as lines of a file that a spreadsheet opens. A cell that begins as a formula would is made a text by an apostrophe: names
 * are typed by anyone, and a spreadsheet runs what it takes for one.
 */
export function csvLines(
	rows: readonly (readonly string[])[],
	{ delimiter, quoted = false }: { delimiter: ',' | ';'; quoted?: boolean },
): string {
	return stringify(
		rows.map((row) => row.map(harmless)),
		// A line break alone is quoted by its pattern only: the library looks for the whole delimiter of records.
		{ delimiter, quoted, quoted_match: /[",;\r\n]/, quoted_empty: quoted, record_delimiter: '\r\n' },
	)
}

function harmless(text: string): string {
	return /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text
}
