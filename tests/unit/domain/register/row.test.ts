import { describe, expect, it } from 'vitest'
import { readHeader, registerColumns } from '#app/domain/register/columns.ts'
import { readRow } from '#app/domain/register/row.ts'

const order = Object.fromEntries(registerColumns.map((column, index) => [column, index]))
const places = new Map([['hal', { id: 'id-of-hal', units: new Set(['A']) }]])
const now = new Date('2026-11-23T08:00:00Z')
const good = {
	...{ number: 'f-1002', given_name: ' Åse ', family_name: "D'Angelo", birth_date: '02.04.1988', facility: 'HAL' },
	...{ unit: 'A', security_level: 'High', legal_status: 'remand', custody: 'in', valid_from: '2026-11-23' },
	language: 'NB',
}

function read(change: Partial<typeof good>) {
	const cells = Object.values({ ...good, ...change })
	return readRow(2, cells, { order, places, now })
}

function reasons(change: Partial<typeof good>): string[] {
	const found = read(change)
	return Array.isArray(found) ? found.map(({ column, reason }) => `${column} ${reason}`) : []
}

describe('a row', () => {
	it('is read with its number in capitals and its cells trimmed', () => {
		expect(read({})).toEqual({
			...{ line: 2, number: 'F-1002', givenName: 'Åse', familyName: "D'Angelo", born: '1988-04-02' },
			...{ facilityId: 'id-of-hal', unit: 'A', securityLevel: 'high', legalStatus: 'remand', custody: 'in' },
			...{ language: 'nb', validFrom: new Date('2026-11-22T23:00:00Z') },
		})
	})

	it('may say no language', () => expect(read({ language: '' })).toMatchObject({ language: null }))

	it.each([
		[{ number: '' }, 'number missing'],
		[{ number: 'A/1' }, 'number not-a-number'],
		[{ number: 'x'.repeat(33) }, 'number not-a-number'],
		[{ given_name: '@SUM(A1)' }, 'given_name not-a-name'],
		[{ family_name: 'x'.repeat(101) }, 'family_name not-a-name'],
		[{ birth_date: '1899-12-31' }, 'birth_date no-birth-date'],
		[{ birth_date: '2026-11-24' }, 'birth_date no-birth-date'],
		[{ birth_date: 'x' }, 'birth_date not-a-date'],
		[{ facility: 'oslo' }, 'facility unknown-facility'],
		[{ unit: 'B' }, 'unit unknown-unit'],
		[{ security_level: 'medium' }, 'security_level not-a-level'],
		[{ legal_status: 'dom' }, 'legal_status not-a-status'],
		[{ custody: 'gone' }, 'custody not-a-custody'],
		[{ valid_from: 'today' }, 'valid_from not-a-time'],
		[{ valid_from: '2026-11-23T08:00:00.001Z' }, 'valid_from not-yet'],
		[{ language: 'norsk' }, 'language not-a-language'],
	])('with %o is left out', (change, reason) => expect(reasons(change)).toEqual([reason]))

	it.each([
		["'t Hart", "'t Hart"],
		["'Abd al-Rahman", "'Abd al-Rahman"],
		['Olsen (Berg)', 'Olsen (Berg)'],
		['O´Neil', 'O´Neil'],
		['O`Neil', 'O`Neil'],
		['Anne\u2011Marie', 'Anne\u2011Marie'],
		['Jean\u2013Luc', 'Jean\u2013Luc'],
		['Berg/Dahl', 'Berg/Dahl'],
		['Luther King Jr., III', 'Luther King Jr., III'],
		['van\u00a0der Berg', 'van der Berg'],
		['Baŋŋŧa', 'Baŋŋŧa'],
	])('takes %s for a name', (family_name, familyName) => expect(read({ family_name })).toMatchObject({ familyName }))

	it.each([
		[{ given_name: '' }, { givenName: "D'Angelo", familyName: '' }],
		[{ family_name: '' }, { givenName: 'Åse', familyName: '' }],
	])('has one name alone as the given name: %o', (change, name) => expect(read(change)).toMatchObject(name))

	it('has a name', () =>
		expect(reasons({ given_name: '', family_name: ' ' })).toEqual(['given_name missing', 'family_name missing']))

	it.each(['-', '12345', 'Ola\u202e', 'Ola\0', 'Ola\nNordmann', '\u200b'])('takes %j for no name', (given_name) =>
		expect(reasons({ given_name })).toEqual(['given_name not-a-name']),
	)

	it('tells everything that is wrong with it', () =>
		expect(reasons({ number: '', custody: 'x' })).toEqual(['number missing', 'custody not-a-custody']))
})

describe('the first line', () => {
	it('names the columns in any order, and the language only if it likes', () => {
		const names = [...registerColumns].filter((column) => column !== 'language').reverse()
		expect(readHeader(names.map((name) => ` ${name.toUpperCase()} `))).toMatchObject({ order: { number: 9 } })
	})

	it('is told what is missing, repeated or unknown', () => {
		expect(readHeader(['a'])).toMatchObject({ problem: 'columns-missing' })
		expect(readHeader([...registerColumns, 'unit'])).toEqual({ problem: 'columns-repeated', columns: ['unit'] })
		expect(readHeader([...registerColumns, '<b>'])).toEqual({ problem: 'columns-unknown', columns: ['?b?'] })
	})
})
