import { describe, expect, it } from 'vitest'
import { foldNumber, parseNumber } from '#app/domain/prisoners/prisoner-number.ts'
import { noNumbers, writings } from '#tests/support/number-writings.ts'

describe('a number', () => {
	it.each(writings)('%j is E-2001', (typed) => expect(foldNumber(typed)).toBe('E2001'))

	it.each([
		['e\u20132001', 'E-2001'],
		[' R \u2212 91 \u00ad0017', 'R-910017'],
		['e2001', 'E2001'],
		['x'.repeat(40), 'X'.repeat(40)],
		['a--1-', 'A--1-'],
	])('%j is read as %s', (typed, read) => expect(parseNumber(typed)).toBe(read))

	it.each([...noNumbers, '', ' '])('%j is none', (typed) => expect(parseNumber(typed)).toBeNull())

	it.each(['E-2002', 'F-2001', 'E-20010', '2001', 'E-Z001'])('%s is another than E-2001', (typed) =>
		expect(foldNumber(typed)).not.toBe('E2001'),
	)
})
