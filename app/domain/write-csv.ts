/** What tells a spreadsheet that a file is in UTF-8. */
const mark = '\uFEFF'

/** The first line of a file that is written line by line. */
export function csvHead(cells: readonly string[]): string {
	return `${mark}${csvLine(cells)}`
}

/** One line of a file that a Norwegian spreadsheet opens in columns: by semicolons. */
export function csvLine(cells: readonly string[]): string {
	return `${cells.map(csvCell).join(';')}\r\n`
}

/** Rows as a whole file. */
export function csvFile(rows: readonly (readonly string[])[]): string {
	return `${mark}${rows.map(csvLine).join('')}`
}

/**
 * A cell that begins as a formula would is made a text by an apostrophe: what stands in it is typed by anyone, and a spreadsheet
 * runs what it takes for a formula.
 */
function csvCell(text: string): string {
	const safe = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text
	return /[";\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
