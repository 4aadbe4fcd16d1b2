import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvLines } from '#app/services/csv.ts'

const written = (rows: string[][]) => csvLines(rows, { delimiter: ';', quoted: true })
const read = (text: string) => parse(text, { delimiter: ';', record_delimiter: '\r\n' })

describe('a file of rows', () => {
	it('comes back as it was, quotes, semicolons and line breaks too', () => {
		const rows = [
			['a', 'b;c', 'd "e"'],
			['Åse', 'f\r\ng', ''],
		]
		expect(read(written(rows))).toEqual(rows)
	})

	it.each(['=1+1', '+47', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '\uff1d1', '\u00a0=1'])(
		'makes %j a text, which no spreadsheet runs',
		(cell) => {
			expect(read(written([[cell]]))).toEqual([[`'${cell}`]])
		},
	)
})

it('a line break alone is quoted, also where only what must be is', () => {
	expect(csvLines([['a\nb', 'c\rd', 'e']], { delimiter: ',' })).toBe('"a\nb","c\rd",e\r\n')
})
