import { describe, expect, it } from 'vitest'
import { parsePeopleQuery } from '#app/domain/search/query.ts'
import { newCode } from '#db/ids.ts'

const today = '2026-11-23'
const none = { code: null, names: [], number: null, born: null }

describe('what an officer types', () => {
	it.each([
		['Åse', ['ase']],
		['Aase', ['ase']],
		['øystein', ['oystein']],
		['Oystein', ['oystein']],
		['Ødegård, Per', ['odegard', 'per']],
		["D'Angelo  Anne-Lise", ['dangelo', 'annelise']],
		['%_', []],
	])('%s is parts of a name', (typed, names) => {
		const asked = parsePeopleQuery(typed, today)
		if (names.length === 0) expect(asked).toBe('too-short')
		else expect(asked).toEqual({ ...none, names })
	})

	it.each([
		['02.04.1988', '1988-04-02'],
		['2.4.88', '1988-04-02'],
		['2. 4. 1988', '1988-04-02'],
		['2/4-88', '1988-04-02'],
		['2/4/1988', '1988-04-02'],
		['1988-04-02', '1988-04-02'],
		['02041988', '1988-04-02'],
		['1.1.26', '2026-01-01'],
		['1.1.27', '1927-01-01'],
		['31.02.1988', null],
	])('%s is the birth date %s', (typed, born) => {
		const asked = parsePeopleQuery(typed, today)
		expect(typeof asked === 'string' ? asked : asked.born).toBe(born)
	})

	it('may be a name with a birth date, or a number', () => {
		expect(parsePeopleQuery('berg 02.04.1988', today)).toEqual({ ...none, names: ['berg'], born: '1988-04-02' })
		expect(parsePeopleQuery('f-1002', today)).toEqual({ ...none, number: 'F1002' })
	})

	it('may be a code, with its dash or without, and what else it may mean', () => {
		expect(parsePeopleQuery('k7qm 4txw', today)).toMatchObject({ code: 'K7QM-4TXW' })
		expect(parsePeopleQuery('Andersen', today)).toEqual({ ...none, code: 'ANDE-RSEN', names: ['andersen'] })
		for (let n = 0; n < 200; n++) {
			const code = newCode()
			expect(parsePeopleQuery(code.replace('-', '').toLowerCase(), today)).toMatchObject({ code })
		}
	})

	it.each([
		['', 'nothing'],
		['  ', 'nothing'],
		['a', 'too-short'],
		['x'.repeat(101), 'too-long'],
		['02048812345', 'national-number'],
		['Berg 020488 12345', 'national-number'],
	])('%j is not searched for: %s', (typed, why) => expect(parsePeopleQuery(typed, today)).toBe(why))
})
