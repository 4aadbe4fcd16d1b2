import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { catalogue } from '#app/i18n/catalogue.ts'
import { locales } from '#app/i18n/locale.ts'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

const parse = (text: string) => new IntlMessageFormat(text, 'nb').getAst()

/** Of the parser's kinds a literal is 0 and the number sign in a plural is 7: neither names an argument. */
function argumentsOf(elements: readonly Element[]): string[] {
	return elements.flatMap((element) => {
		if (!('value' in element) || element.type === 0) return []
		if (!('options' in element)) return [element.value]
		return [element.value, ...Object.values(element.options).flatMap((option) => argumentsOf(option.value))]
	})
}

const namesIn = (text: string) => [...new Set(argumentsOf(parse(text)))].sort()
const texts = (locale: (typeof locales)[number]) => Object.entries(catalogue[locale])

describe.each(locales)('the texts in %s', (locale) => {
	it('are the same keys as in bokmål', () => {
		expect(Object.keys(catalogue[locale]).sort()).toEqual(Object.keys(catalogue.nb).sort())
	})

	it('are all messages that can be read', () => {
		const broken = texts(locale).filter(([, text]) => {
			try {
				parse(text)
				return false
			} catch {
				return true
			}
		})
		expect(broken).toEqual([])
	})

	it('take the same values as in bokmål', () => {
		const source: Record<string, string> = catalogue.nb
		const unlike = texts(locale).filter(([key, text]) => `${namesIn(text)}` !== `${namesIn(source[key] ?? '')}`)
		expect(unlike).toEqual([])
	})

	it('are not empty and not padded', () => {
		expect(texts(locale).filter(([, text]) => text === '' || text !== text.trim())).toEqual([])
	})

	it('are calm: no emoji, no exclamation marks, no long dashes', () => {
		expect(texts(locale).filter(([, text]) => /\p{Extended_Pictographic}|!|\u2014/u.test(text))).toEqual([])
	})
})

describe('keys', () => {
	it('start with their noun and are written in small ASCII letters', () => {
		expect(Object.keys(catalogue.nb).filter((key) => !/^[a-z][a-z-]*(\.[a-z0-9-]+)+$/.test(key))).toEqual([])
	})
})
