import { expect, it } from 'vitest'
import { fullName, nameInList } from '#app/domain/person-name.ts'

const kari = { givenName: 'Kari Anne', familyName: 'Nordmann' }

it('a person is spoken of by the given name first', () => {
	expect(fullName(kari)).toBe('Kari Anne Nordmann')
})

it('in a list the family name comes first', () => {
	expect(nameInList(kari)).toBe('Nordmann, Kari Anne')
})

it('one name alone stands by itself', () => {
	for (const name of [
		{ givenName: 'Suharto', familyName: '' },
		{ givenName: '', familyName: 'Suharto' },
	])
		expect([fullName(name), nameInList(name)]).toEqual(['Suharto', 'Suharto'])
})
