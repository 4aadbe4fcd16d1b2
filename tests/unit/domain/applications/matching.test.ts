import { describe, expect, it } from 'vitest'
import { foldName, sameName } from '#app/domain/applications/matching.ts'

describe('foldName', () => {
	it.each([
		['Åse', 'Aase', 'AASE', 'ase', 'A\u030Ase'],
		['Ødegård', 'Oedegaard', 'Odegard', 'ØDEGÅRD', 'Ödegård'],
		['Bæ', 'Bae', 'BÆ', 'Bä'],
		['Müller', 'Mueller', 'Muller'],
		['Anne-Marie', 'Anne Marie', 'Annemarie', 'ANNE–MARIE'],
		["O'Brien", 'OBrien', 'O’Brien', "o'brien"],
		['José', 'Jose'],
		['Šárka', 'Sarka'],
		['Đorđe', 'Dorde'],
		['Łukasz', 'Lukasz'],
		['Þóra', 'Thora'],
	])('takes %s and %s for one', (...spellings) => {
		expect(new Set(spellings.map(foldName)).size).toBe(1)
	})
	it('keeps different names apart', () => {
		expect(foldName('Åse')).not.toBe(foldName('Else'))
		expect(foldName('Berg')).not.toBe(foldName('Borg'))
	})
	it('keeps the letters of other scripts', () => {
		expect(foldName('Анна')).toBe('анна')
		expect(foldName('فاطمة')).not.toBe('')
	})
})

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
		expect(sameName('Ola', 'Ola', '')).toBe(false)
		expect(sameName(' Ola -', 'Ola', '')).toBe(false)
	})
	it('takes each word for one name only', () => {
		expect(sameName('Ali', 'Ali', 'Ali')).toBe(false)
		expect(sameName('Ali Per Hansen', 'Ali', 'Ali')).toBe(false)
		expect(sameName('Per Ali Hansen', 'Ali', 'Ali')).toBe(false)
		expect(sameName('Ali Ali', 'Ali', 'Ali')).toBe(true)
		expect(sameName('', 'Ola', 'Nordmann')).toBe(false)
		expect(sameName('Ola Nordmann', '', '')).toBe(false)
	})
})
