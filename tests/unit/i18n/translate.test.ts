import { describe, expect, it } from 'vitest'
import { isTextKey, translator } from '#app/i18n/translate.ts'

describe('translator', () => {
	it('gives a plain text as it stands', () => {
		expect(translator('nb')('common.back')).toBe('Tilbake')
	})

	it('fills in values', () => {
		expect(translator('nn')('common.step-of', { step: 3, steps: 5 })).toBe('Steg 3 av 5')
	})

	it('chooses the number form of each language', () => {
		expect(translator('nb')('timetable.places-left', { count: 0 })).toBe('Ingen plasser igjen')
		expect(translator('nn')('timetable.places-left', { count: 1 })).toBe('1 plass att')
		expect(translator('en')('timetable.places-left', { count: 2 })).toBe('2 places left')
	})

	it('does not read a value as a message', () => {
		expect(translator('nb')('common.remove-what', { what: "{x} '<b>'" })).toBe("Fjern {x} '<b>'")
	})

	it('tells its own keys from other strings', () => {
		expect(isTextKey('common.back')).toBe(true)
		expect(isTextKey('Required')).toBe(false)
		expect(isTextKey('toString')).toBe(false)
	})
})
