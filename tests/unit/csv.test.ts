import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvFile, csvHead, csvLine } from '#app/services/csv.ts'

const read = (text: string) => parse(text, { delimiter: ';', bom: true, record_delimiter: '\r\n' })

describe('a file of rows', () => {
	it('comes back as it was, quotes, semicolons and line breaks too', () => {
		const rows = [
			['a', 'b;c', 'd "e"'],
			['Åse', 'f\r\ng', ''],
		]
		expect(read(csvFile(rows))).toEqual(rows)
	})

	it.each(['=1+1', '+47', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '\uff1d1', '\u00a0=1'])(
		'makes %j a text, which no spreadsheet runs',
		(cell) => {
			expect(read(csvFile([[cell]]))).toEqual([[`'${cell}`]])
		},
	)

	it('stands in columns in a Norwegian spreadsheet, with as few quotation marks as it can', () => {
		expect(csvFile([['linje', 'a,b', ' x', 'c;d', '"']])).toBe('\uFEFFlinje;a,b;" x";"c;d";""""\r\n')
		expect(`${csvHead(['a', 'b'])}${csvLine(['1', '2'])}`).toBe(
			csvFile([
				['a', 'b'],
				['1', '2'],
			]),
		)
	})
})

it('a line break alone is quoted', () => {
	expect(csvLine(['a\nb', 'c\rd', 'e'])).toBe('"a\nb";"c\rd";e\r\n')
})
