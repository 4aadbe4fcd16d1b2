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

/** Danes and Swedes read Norwegian more easily than English. */
const byLanguage: Readonly<Record<string, Locale>> = { nb: 'nb', no: 'nb', da: 'nb', sv: 'nb', nn: 'nn' }

function quality(parameters: readonly string[]): number {
	const q = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='))
	if (q === undefined) return 1
	const value = Number(q.slice(2))
	return Number.isFinite(value) ? value : 0
}

/** What the browser prefers: a Scandinavian language gives Norwegian, any other preferred above it gives English. */
export function negotiateLocale(acceptLanguageHeader: string | null): Locale {
	if (acceptLanguageHeader === null) return defaultLocale
	const wanted = acceptLanguageHeader
		.slice(0, 500)
		.split(',')
		.map((part) => {
			const [range = '', ...parameters] = part.split(';')
			return { language: range.trim().toLowerCase().split('-')[0] ?? '', quality: quality(parameters) }
		})
		.filter((entry) => /^([a-z]{2,8}|\*)$/.test(entry.language) && entry.quality > 0)
		.sort((a, b) => b.quality - a.quality)
	const first = wanted[0]
	if (first === undefined || first.language === '*') return defaultLocale
	return Object.hasOwn(byLanguage, first.language) ? (byLanguage[first.language] ?? defaultLocale) : 'en'
}
