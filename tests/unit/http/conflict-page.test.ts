import { describe, expect, test } from 'vitest'
import { type Conflict, conflictActs, conflictSubjects } from '#app/domain/conflict.ts'
import { readConflict } from '#app/http/conflict-answer.ts'
import { conflictPage } from '#app/http/conflict-page.ts'
import { locales } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translate.ts'

const at = new Date('2026-11-24T09:05:00Z')
const called: Conflict = { what: 'visit-called-off', by: { kind: 'prison' }, at, subject: { kind: 'visit', ref: 'r1' } }
const nb = { t: translator('nb'), locale: 'nb', area: 'family' } as const

test('a family reads that the prison called the visit off, and when, with a way to the visit', () => {
	expect(conflictPage(called, nb)).toEqual({
		title: 'Noe er endret etter at du åpnet siden',
		texts: [
			'Fengselet avlyste besøket. Det var tirsdag 24. november kl. 10.05.',
			'Se hva som gjelder nå, før du går videre.',
		],
		wayOn: { href: '/visits/r1', text: 'Se besøket' },
	})
})

test('an officer reads who did it and that nothing of their own is saved', () => {
	const page = conflictPage({ ...called, by: { kind: 'officer', name: 'Nora Vakt' } }, { ...nb, area: 'staff' })
	expect(page.texts).toContain('Nora Vakt avlyste besøket. Det var tirsdag 24. november kl. 10.05.')
	expect(page.texts).toContain('Ingenting av ditt er lagret.')
	expect(page.wayOn?.href).toBe('/staff/bookings/r1')
})

test('where the reader did it themselves, or nobody is known, nothing is said to be lost', () => {
	for (const by of [{ kind: 'you' } as const, null]) {
		const { texts } = conflictPage({ ...called, by }, { ...nb, area: 'staff' })
		expect(texts.join(' ')).not.toContain('lagret')
	}
	expect(conflictPage({ ...called, by: null }, nb).texts[0]).toBe('Besøket er avlyst.')
})

describe.each(locales)('in %s', (locale) => {
	test.each(conflictActs)('%s is told with and without who did it', (what) => {
		for (const by of [null, { kind: 'you' } as const, { kind: 'family' } as const]) {
			for (const area of ['family', 'staff'] as const) {
				const { texts } = conflictPage({ what, by, at, subject: null }, { t: translator(locale), locale, area })
				expect(texts[0]).toMatch(/^\p{Lu}[^{}]+\.$/u)
			}
		}
	})
})

test('it survives the way from the action to the page', () => {
	for (const kind of conflictSubjects) {
		const conflict: Conflict = { ...called, subject: { kind, ref: 'r1' } }
		expect(readConflict(JSON.parse(JSON.stringify(conflict)))).toEqual(conflict)
	}
	expect(readConflict(null)).toBeNull()
	expect(readConflict({ ...called, by: { kind: 'officer' } })).toBeNull()
})
