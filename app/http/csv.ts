/**
 * Rows as a file that a spreadsheet opens: semicolons, as Norwegian ones expect, and a mark that it is UTF-8. A cell that begins
 * as a formula would is made a text by an apostrophe: names are typed by anyone, and a spreadsheet runs what it takes for one.
 */
export function csvFile(rows: readonly (readonly string[])[]): string {
	return `\ufeff${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`
}

function cell(text: string): string {
	const safe = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text
	return `"${safe.replaceAll('"', '""')}"`
}
