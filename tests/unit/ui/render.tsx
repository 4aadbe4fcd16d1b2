import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Locale } from '#app/i18n/locale.ts'
import { I18nProvider } from '#app/i18n/react.tsx'

/** What the server would send, in one language. */
export function render(node: ReactNode, locale: Locale = 'nb'): string {
	return renderToStaticMarkup(<I18nProvider locale={locale}>{node}</I18nProvider>)
}

/** What a screen reader is given of it: without tags, and without what is hidden from it. */
export function words(html: string): string {
	return html
		.replace(/<(\w+)[^>]*aria-hidden="true"[^>]*>.*?<\/\1>/gs, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim()
}
