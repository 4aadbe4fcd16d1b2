import { describe, expect, it } from 'vitest'
import { parseName } from '#app/domain/parse-name.ts'

describe('a name', () => {
	it.each([
		['Kari', "'t Hart", "'Abd al-Rahman", 'ʼAlī', '‘Umar'],
		['Olsen (Berg)', '(Berg) Olsen', 'Berg/Dahl', 'Luther King Jr., III', 'Per A.'],
		[
			'O´Neil',
			'O`Neil',
			'D’Angelo',
			'Anne-Marie',
			'Anne\u2010Marie',
			'Anne\u2011Marie',
			'Jean\u2013Luc',
			'Jean\u2212Luc',
		],
		['Nguyễn Thị', 'محمد', 'علي', 'Анна', '王', 'אברהם', 'สมชาย', 'ครู', 'தமிழ்', 'Áilu', 'Baŋŋŧa', 'Ǻse'],
		['مه\u200cدی', 'X Æ A-12', 'Elizabeth 2', 'Å', 'Col·lell', "Ng'ang'a"],
	])('is kept as it is: %s, %s …', (...names) => {
		expect(names.map((name) => parseName(name))).toEqual(names.map((name) => ({ name: name.normalize('NFC') })))
	})

	it.each([
		[' Kari ', 'Kari'],
		['Kari\u00a0Anne', 'Kari Anne'],
		['Kari \u2009 Anne', 'Kari Anne'],
		['Ka\u00adri', 'Kari'],
		['Ka\u200bri\ufeff', 'Kari'],
		['A\u030Ase', 'Åse'],
		['\u200dKari\u200c', 'Kari'],
		['Kari\n', 'Kari'],
	])('is kept with plain spaces and without what nobody sees: %j', (typed, name) => {
		expect(parseName(typed)).toEqual({ name })
	})

	it.each([
		['Emma\u202eakinoM', 'unfit-sign'],
		['Emma\u200f', 'unfit-sign'],
		['\u2067Emma\u2069', 'unfit-sign'],
		['Emma\r\nMor: ukjent', 'unfit-sign'],
		['Emma\u2028Mor', 'unfit-sign'],
		['Emma\u0085Mor', 'unfit-sign'],
		['Ola\tNordmann', 'unfit-sign'],
		['Ola\0', 'unfit-sign'],
		['Ola\u001b[2J', 'unfit-sign'],
		['\ud800Ola', 'unfit-sign'],
		['Ola\ue000', 'unfit-sign'],
		['\u{1F476}', 'unfit-sign'],
		['Emma \u{1F600}', 'unfit-sign'],
		['<b>E</b>', 'unfit-sign'],
		['=cmd', 'unfit-sign'],
		['Ola & Kari', 'unfit-sign'],
		['kari@haugen', 'unfit-sign'],
		[`E${'\u0301'.repeat(70)}mma`, 'unfit-sign'],
		['\u0301Emma', 'unfit-sign'],
		['12345', 'no-letter'],
		['١٢٣', 'no-letter'],
		['-', 'no-letter'],
		["'", 'no-letter'],
		['.', 'no-letter'],
		['()', 'no-letter'],
		['', 'no-letter'],
		[' ', 'no-letter'],
		['\u200b', 'no-letter'],
		['\u3164', 'no-letter'],
		['\u00ad', 'no-letter'],
		['a'.repeat(81), 'too-long'],
	])('is not %j', (typed, problem) => {
		expect(parseName(typed)).toEqual({ problem })
	})

	it('may be longer where two names stand in one field', () => {
		expect(parseName('a'.repeat(120), 120)).toEqual({ name: 'a'.repeat(120) })
		expect(parseName('\u{20000}'.repeat(80))).toEqual({ name: '\u{20000}'.repeat(80) })
	})

	it('is refused as fast as it is taken, however long the text is', () => {
		const began = performance.now()
		for (const sign of ['a', '\u0301', ' ', '\u200b', '\u200d', '('])
			expect(parseName(sign.repeat(100_000))).not.toHaveProperty('name')
		expect(performance.now() - began).toBeLessThan(1_000)
	})
})
