import { describe, expect, it } from 'vitest'
import { cellsOf, decode, separatorOf } from '#app/services/table-cells.ts'
import { linesOf } from '#app/services/table-lines.ts'

async function* pieces(text: string | Buffer, size: number) {
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

	it.each([1, 2, 3, 100])('of UTF-16 are the same in pieces of %i bytes', async (size) => {
		// U+0A0D and U+010A have the bytes of a line end, and half of it, in them.
		const text = '\uFEFFå;b\r\n\n\u0a0d\u010a\nlast'
		const expected = [
			[1, '\uFEFFå;b', 12],
			[2, '', 14],
			[3, '\u0a0d\u010a', 20],
			[4, 'last', 28],
		]
		for (const bytes of [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()]) {
			const found: unknown[] = []
			for await (const { line, bytes: own, encoding, end } of linesOf(pieces(bytes, size)))
				found.push([line, own && decode(own, encoding), end])
			expect(found).toEqual(expected)
		}
	})

	it('of UTF-16 may be read on from any of them', async () => {
		const bytes = Buffer.from('\uFEFFa\nb\nc', 'utf16le')
		const found: unknown[] = []
		for await (const { line, bytes: own, end } of linesOf(
			pieces(bytes.subarray(6), 3),
			{ line: 2, byte: 6 },
			'utf-16le',
		))
			found.push([line, own && decode(own, 'utf-16le'), end])
		expect(found).toEqual([
			[2, 'b', 10],
			[3, 'c', 12],
		])
	})

	it.each([0, 1])('of %i bytes are whole', async (length) =>
		expect(await linesIn('x'.repeat(length), 5)).toEqual(length === 0 ? [] : [[1, 'x', 1]]),
	)

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
		expect(separatorOf('number\tunit')).toBe('\t')
		expect(separatorOf('number')).toBe(';')
	})
})
