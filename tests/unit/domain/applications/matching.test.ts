import { describe, expect, it } from 'vitest'
import { sameName } from '#app/domain/applications/matching.ts'

describe('sameName', () => {
	it('takes the names in any order', () => {
		expect(sameName('Ola Nordmann', 'Ola', 'Nordmann')).toBe(true)
		expect(sameName('nordmann, ola', 'Ola', 'Nordmann')).toBe(true)
	})
	it('allows middle names to be missing or extra', () => {
		expect(sameName('Ola Nordmann', 'Ola Johan', 'Nordmann')).toBe(true)
		expect(sameName('Ola Johan Berg Nordmann', 'Ola', 'Nordmann')).toBe(true)
		expect(sameName('Anne Hansen', 'Anne-Marie', 'Hansen')).toBe(true)
		expect(sameName('Anne Marie Hansen', 'Annemarie', 'Hansen')).toBe(true)
		expect(sameName('Annemarie Hansen', 'Anne-Marie', 'Hansen')).toBe(true)
	})
	it('folds as it goes', () => {
		expect(sameName('AASE OEDEGAARD', 'Åse', 'Ødegård')).toBe(true)
	})
	it('takes a family name of several words whole', () => {
		expect(sameName('Per van der Berg', 'Per', 'van der Berg')).toBe(true)
		expect(sameName('Per vanderBerg', 'Per', 'van der Berg')).toBe(true)
		expect(sameName('Per Berg', 'Per', 'van der Berg')).toBe(false)
	})
	it('takes whole names only', () => {
		expect(sameName('Ola Nordmannsen', 'Ola', 'Nordmann')).toBe(false)
		expect(sameName('Olav Nordmann', 'Ola', 'Nordmann')).toBe(false)
	})
	it('needs both the first given name and the family name', () => {
		expect(sameName('Nordmann', 'Ola', 'Nordmann')).toBe(false)
		expect(sameName('Johan Nordmann', 'Ola Johan', 'Nordmann')).toBe(false)
		expect(sameName('Nordmann Johan', 'Ola Johan', 'Nordmann')).toBe(false)
		expect(sameName('Hansen Ola', 'Ola', 'Nordmann')).toBe(false)
	})
	it('takes each word for one name only', () => {
		expect(sameName('Ali', 'Ali', 'Ali')).toBe(false)
		expect(sameName('Ali Per Hansen', 'Ali', 'Ali')).toBe(false)
		expect(sameName('Per Ali Hansen', 'Ali', 'Ali')).toBe(false)
		expect(sameName('Ali Ali', 'Ali', 'Ali')).toBe(true)
		expect(sameName('', 'Ola', 'Nordmann')).toBe(false)
		expect(sameName('Ola Nordmann', '', '')).toBe(false)
	})
	it('finds who has one name alone by that', () => {
		expect(sameName('Suharto', 'Suharto', '')).toBe(true)
		expect(sameName('Mohammad Suharto', '', 'Suharto')).toBe(true)
		expect(sameName('Sukarno', 'Suharto', '')).toBe(false)
	})
	it('takes one of the names in brackets or on either side of a slash', () => {
		expect(sameName('Kari Olsen', 'Kari', 'Olsen (Berg)')).toBe(true)
		expect(sameName('Kari Berg', 'Kari', 'Olsen (Berg)')).toBe(true)
		expect(sameName('Kari Olsen (Berg)', 'Kari', 'Olsen (Berg)')).toBe(true)
		expect(sameName('Anna Dahl', 'Anna', 'Berg/Dahl')).toBe(true)
		expect(sameName('Anna Dal', 'Anna', 'Berg/Dahl')).toBe(false)
	})
	it('parts names at every hyphen', () => {
		for (const hyphen of ['-', '\u2010', '\u2011', '\u2013', '\u2014', '\u2212'])
			expect(sameName(`Anne${hyphen}Marie Lie`, 'Anne-Marie', 'Lie')).toBe(true)
	})
	it('knows Ailu Bannta as Áilu Baŋŋŧa', () => {
		expect(sameName('Ailu Bannta', 'Áilu', 'Baŋŋŧa')).toBe(true)
	})
})
