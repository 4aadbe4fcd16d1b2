import { IntlMessageFormat } from 'intl-messageformat'
import { catalogue, type TextKey } from './catalogue.ts'
import { htmlLang, type Locale } from './locale.ts'

export type TextValues = Readonly<Record<string, string | number>>

export type T = (key: TextKey, values?: TextValues) => string

type Compiled = string | IntlMessageFormat

function compile(text: string, locale: Locale): Compiled {
	return text.includes('{') || text.includes("'") ? new IntlMessageFormat(text, htmlLang[locale]) : text
}

function makeTranslator(locale: Locale): T {
	const texts = catalogue[locale]
	const compiled = new Map<TextKey, Compiled>()
	const counted = new Map<string, string>()
	/** A calendar says the same few counts some hundred times. */
	const withCount = (key: TextKey, message: IntlMessageFormat, count: number): string => {
		const cacheKey = `${key} ${count}`
		const before = counted.get(cacheKey)
		if (before !== undefined) return before
		const said = String(message.format({ count }))
		if (counted.size > 2_000) counted.clear()
		counted.set(cacheKey, said)
		return said
	}
	return (key, values) => {
		let message = compiled.get(key)
		if (message === undefined) {
			message = compile(texts[key], locale)
			compiled.set(key, message)
		}
		if (typeof message === 'string') return message
		const count = onlyCount(values)
		return count === null ? String(message.format(values)) : withCount(key, message, count)
	}
}

/** The count, where that is all that a text says: nothing of a person is ever remembered. */
function onlyCount(values: TextValues | undefined): number | null {
	if (values === undefined || typeof values.count !== 'number') return null
	return Object.keys(values).length === 1 ? values.count : null
}

const translators: Readonly<Record<Locale, T>> = {
	nb: makeTranslator('nb'),
	nn: makeTranslator('nn'),
	en: makeTranslator('en'),
}

/** One translator a language for the whole process: a message is compiled the first time it is asked for. */
export function translator(locale: Locale): T {
	return translators[locale]
}

/** For what comes from outside as a string, such as a form's error: is it one of our keys? */
export function isTextKey(value: string): value is TextKey {
	return Object.hasOwn(catalogue.nb, value)
}
