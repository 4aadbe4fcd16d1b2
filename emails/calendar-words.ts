import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'

/** What a booking is called in the reader's calendar. */
export function calendarWords(
	locale: Locale,
	reference: string,
	origin: string,
): { title: string; note: string; url: string } {
	const t = translator(locale)
	return {
		title: t('messages.calendar.title'),
		note: t('messages.calendar.note'),
		url: `${origin}${paths.visit(reference)}`,
	}
}
