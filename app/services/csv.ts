import { stringify } from 'csv-stringify/sync'

/** What tells a spreadsheet that a file is in UTF-8. */
const mark = '\uFEFF'

/** The first line of a file that is written line by line. */
export function csvHead(cells: readonly string[]): string {
	return `${mark}${csvLine(cells)}`
}

/** One line of a file that a Norwegian spreadsheet opens in columns: by semicolons. */
export function csvLine(cells: readonly string[]): string {
	return csvRows([cells])
}

/** Rows as a whole file. */
export function csvFile(rows: readonly (readonly string[])[]): string {
	return `${mark}${csvRows(rows)}`
}

function csvRows(rows: readonly (readonly string[])[]): string {
	return stringify(
		rows.map((row) => row.map(harmless)),
		// A line break alone is quoted by its pattern only: the library looks for the whole delimiter of records.
		{ delimiter: ';', quoted_match: /[";\r\n\t]|^\s|\s$/, record_delimiter: '\r\n' },
	)
}

/**
 * A cell that begins as a formula would is made a text by an apostrophe: what stands in it is typed by anyone, and a spreadsheet
 * runs what it takes for a formula.
 */
function harmless(text: string): string {
	return /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text
}
