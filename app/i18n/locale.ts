export const locales = ['nb', 'nn', 'en'] as const

export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'nb'

/** The value of the html element's lang attribute. */
export const htmlLang: Readonly<Record<Locale, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }

/** Each language by its own name, as its own readers write it. */
export const nativeNames: Readonly<Record<Locale, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' }

export function isLocale(value: unknown): value is Locale {
	return locales.some((locale) => locale === value)
}

/** What each language is read in, where that is not English. Danes and Swedes read Norwegian more easily. */
const byTag: Readonly<Record<string, Locale>> = {
	...{ nb: 'nb', nn: 'nn', en: 'en' },
	...{ no: 'nb', 'no-nyn': 'nn', da: 'nb', sv: 'nb' },
}

interface LanguageRange {
	range: string
	quality: number
}

/**
 * Returns the first of our languages in the order of what the browser prefers, each looked up by its whole tag and then with subtags
 * dropped from the end (RFC 4647, lookup). Who names others alone gets English, who names none Norwegian.
 */
export function negotiateLocale(acceptLanguageHeader: string | null): Locale {
	const ranges = (acceptLanguageHeader ?? '').slice(0, 500).split(',').flatMap(rangeIn)
	const refused = ranges.filter(({ quality }) => quality === 0).map(({ range }) => range)
	const wanted = ranges.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality)
	for (const { range } of wanted) {
		const found = lookup(range)
		if (found !== null && !refused.includes(range)) return found
	}
	const [first] = wanted
	const otherwise: readonly Locale[] = first === undefined || first.range === '*' ? locales : ['en', ...locales]
	return otherwise.find((locale) => !refused.includes(locale)) ?? defaultLocale
}

function rangeIn(part: string): LanguageRange[] {
	const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
	if (!/^(\*|[a-z]{1,8}(-[a-z\d]{1,8})*)$/.test(name)) return []
	const [, q = '1'] = parameters.map((parameter) => /^q=(.*)$/.exec(parameter)).find((match) => match !== null) ?? []
	return [{ range: name, quality: /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(q) ? Number(q) : 0 }]
}

function lookup(range: string): Locale | null {
	for (let tag = range; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-'))))
		if (Object.hasOwn(byTag, tag)) return byTag[tag] ?? null
	return null
}
