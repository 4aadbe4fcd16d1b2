import { parse } from 'csv-parse/sync'
import { z } from 'zod'

/** The rows of a file with semicolons. @throws when it is no such file */
export function rowsOf(text: string): string[][] {
	const rows: unknown = parse(text, { bom: true, delimiter: ';', relax_column_count: true, skip_empty_lines: true })
	return z.array(z.array(z.string())).parse(rows)
}
