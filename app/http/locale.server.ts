import { isLocale, type Locale, negotiateLocale } from '#app/i18n/locale.ts'
import { cookies, makeCookie, readCookie } from './cookies.server.ts'

/**
 * The reader's language: the one they chose, else what their browser prefers. The language kept with a visitor becomes the
 * chosen one at sign-in, so that a page can be written in it even when the database does not answer.
 */
export function localeOf(cookieHeader: string | null, acceptLanguage: string | null): Locale {
	const chosen = readCookie(cookieHeader, cookies.language)
	return isLocale(chosen) ? chosen : negotiateLocale(acceptLanguage)
}

const aYear = 365 * 24 * 3600

export function languageCookie(locale: Locale): string {
	return makeCookie(cookies.language, locale, aYear)
}
