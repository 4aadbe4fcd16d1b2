import { formatDateTime, formatMoney } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { type T, translator } from '#app/i18n/translate.ts'

/**
 * What an e-mail says, before it is HTML or text: both are made from this, so that they cannot say different things.
 */
export type Block =
	| { kind: 'text'; text: string }
	| { kind: 'facts'; facts: readonly { label: string; value: string }[] }
	| { kind: 'link'; label: string; href: string }

export interface Content {
	subject: string
	blocks: readonly Block[]
}

/** How a template speaks: in the reader's language, times in words. */
export interface Voice {
	t: T
	/** 'torsdag 26. november kl. 12.00' */
	when(instant: Date): string
	/** The same with the year, for what is kept. */
	onRecord(instant: Date): string
	/** '200 kr', of whole øre. */
	money(ore: number): string
	/** The whole address of a page of the portal. */
	address(path: string): string
}

export function voice(locale: Locale, origin: string): Voice {
	return {
		t: translator(locale),
		when: (instant) => formatDateTime(instant, locale),
		onRecord: (instant) => formatDateTime(instant, locale, { year: true }),
		money: (ore) => formatMoney(ore, locale),
		address: (path) => `${origin}${path}`,
	}
}

/** One kind of e-mail. It is given no name of a person and no name of a place, so it can tell none. */
export interface Template<Props> {
	content(props: Props, voice: Voice): Content
	/** Made-up props, to show and to test it with. */
	sample: Props
}

export const text = (words: string): Block => ({ kind: 'text', text: words })
export const link = (label: string, href: string): Block => ({ kind: 'link', label, href })
export const facts = (...rows: readonly (readonly [label: string, value: string])[]): Block => ({
	kind: 'facts',
	facts: rows.map(([label, value]) => ({ label, value })),
})
