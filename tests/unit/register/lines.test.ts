import { describe, expect, it } from 'vitest'
import { csvLines } from '#app/services/csv.ts'
import { cellsOf, separatorOf } from '#app/services/register/cells.ts'
import { linesOf } from '#app/services/register/lines.ts'

async function* pieces(text: string, size: number) {
	const bytes = Buffer.from(text)
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function linesIn(text: string, size: number) {
	const found: [number, string | null, number][] = []
	for await (const { line, bytes, end } of linesOf(pieces(text, size)))
		found.push([line, bytes?.toString() ?? null, end])
	return found
}

describe('lines', () => {
	it.each([1, 2, 3, 100])('are the same in pieces of %i bytes', async (size) => {
		expect(await linesIn('å;b\r\n\nlast', size)).toEqual([
			[1, 'å;b', 6],
			[2, '', 7],
			[3, 'last', 11],
		])
	})

	it.each([10, 9000])('that never end are not kept, in pieces of %i bytes', async (size) => {
		const found = await linesIn(`a\n${'x'.repeat(8193)}\nb`, size)
		expect(found.map(([, text]) => text)).toEqual(['a', null, 'b'])
	})
})

describe('cells', () => {
	it('are the same with quotation marks and without', () => {
		expect(cellsOf('a;;b', ';')).toEqual(['a', '', 'b'])
		expect(cellsOf('"a";"";"b ""x"""', ';')).toEqual(['a', '', 'b "x"'])
	})

	it.each(['"a;b', 'a"b;c', '"a"b;c'])('%s has its quotation marks wrong', (text) =>
		expect(cellsOf(text, ';')).toBeNull(),
	)

	it('are parted by what parts the names', () => {
		expect(separatorOf('number;unit')).toBe(';')
		expect(separatorOf('number,unit')).toBe(',')
	})
})

describe('a cell of the report', () => {
	it.each([
		['=1+1', "'=1+1"],
		['+47', "'+47"],
		['-1', "'-1"],
		['@x', "'@x"],
		['\tx', "'\tx"],
		['a,b', '"a,b"'],
		['=a"b', '"\'=a""b"'],
		['plain', 'plain'],
	])('%j is written %j, and no spreadsheet reckons with it', (text, written) =>
		expect(csvLines([[text]], { delimiter: ',' })).toBe(`${written}\r\n`),
	)
})
