import { describe, expect, it } from 'vitest'
import { isLocale, negotiateLocale } from '#app/i18n/locale.ts'

describe('negotiateLocale', () => {
	it.each([
		[null, 'nb'],
		['', 'nb'],
		['*', 'nb'],
		['no', 'nb'],
		['nb-NO,nb;q=0.9,en;q=0.8', 'nb'],
		['nn-NO,nn;q=0.9,nb;q=0.8', 'nn'],
		['da-DK', 'nb'],
		['sv', 'nb'],
		['en-GB,en;q=0.9,nb;q=0.8', 'en'],
		['pl,en;q=0.8', 'en'],
		['so;q=0.4,nb;q=0.5', 'nb'],
		['nb;q=0.5, nn;q=0.7', 'nn'],
		['nb;q=0, en;q=0.1', 'en'],
		['de-DE,de;q=0.9,nb;q=0.8,en;q=0.7', 'nb'],
		['fr;q=0.9, nn;q=0.2, en;q=0.1', 'nn'],
		['so, no;q=0.3', 'nb'],
		['no-NO', 'nb'],
		['no-nyn', 'nn'],
		['en-GB-oxendict', 'en'],
		['pl', 'en'],
		['pl, *;q=0.1', 'en'],
		['nb;q=0, *', 'nn'],
		['pl, en;q=0', 'nb'],
		['nb;q=0.2, EN;Q=0.3', 'en'],
		['nb;q=7, en;q=0.1', 'en'],
		['constructor', 'nb'],
		[';;;,,q=', 'nb'],
	])('%s gives %s', (header, locale) => {
		expect(negotiateLocale(header)).toBe(locale)
	})
})

describe('isLocale', () => {
	it('takes only the three', () => {
		expect(['nb', 'nn', 'en'].every(isLocale)).toBe(true)
		expect(['se', '', undefined, 1].some(isLocale)).toBe(false)
	})
})
