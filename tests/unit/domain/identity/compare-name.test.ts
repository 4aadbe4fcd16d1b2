import { expect, it } from 'vitest'
import { compareName } from '#app/domain/identity/compare-name.ts'

const kari = { givenName: 'Kari', familyName: 'Ødegård' }

it('takes spellings and middle names for the same', () => {
	expect(compareName(kari, { givenName: 'KARI ANNE', familyName: 'Oedegaard' })).toBe('matches')
})
it('marks another name', () => {
	expect(compareName(kari, { givenName: 'Nina', familyName: 'Strand' })).toBe('differs')
})
it('compares nothing where the issuer leaves out a name', () => {
	expect(compareName(kari, { givenName: 'Nina', familyName: null })).toBe('not-compared')
	expect(compareName(kari, { givenName: null, familyName: 'Strand' })).toBe('not-compared')
})
