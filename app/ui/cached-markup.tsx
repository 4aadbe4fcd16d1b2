import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** Stands for an address in a drawn part. No text has this character, and it is a byte: a wider one would make all text around it wide. */
const hrefPlaceholder = '\u0001'

const markup = Symbol('written')

/** HTML that React has written, and nobody else: only this file can make it, so it may be put into a page as it is. */
export interface CachedMarkup {
	/** What stands before, between and after its addresses. */
	readonly [markup]: readonly string[]
}

/**
 * A part of a page that many readers are shown alike, but for where it leads: drawn the first time that it is asked for, and
 * remembered by all that is said in it.
 *
 * @param keyOf everything that the part is drawn from, as text: two that are drawn differently never share it
 * @param draw the part; it knows no context. Addresses in it may begin with the one that it is given: `inside` puts another there
 * @param atMost parts that are remembered; then all are forgotten and drawn anew
 */
export function cachedMarkup<Said>(
	keyOf: (said: Said) => string,
	draw: (said: Said, address: string) => ReactElement,
	atMost = 5_000,
): (said: Said) => CachedMarkup {
	const drawn = new Map<string, CachedMarkup>()
	return (said) => {
		const key = keyOf(said)
		const before = drawn.get(key)
		if (before !== undefined) return before
		const part = { [markup]: renderToStaticMarkup(draw(said, hrefPlaceholder)).split(hrefPlaceholder) }
		if (drawn.size >= atMost) drawn.clear()
		drawn.set(key, part)
		return part
	}
}

/**
 * An element's inside, made of parts that are drawn already: `<ul {...inside(lines)} />`.
 *
 * @param address what the addresses in the parts begin with
 */
export function innerHtml(
	parts: readonly CachedMarkup[],
	address = '',
): { dangerouslySetInnerHTML: { __html: string } } {
	const escaped = inAttribute(address)
	let html = ''
	for (const { [markup]: pieces } of parts)
		for (let index = 0; index < pieces.length; index++) html += index === 0 ? pieces[0] : escaped + pieces[index]
	return { dangerouslySetInnerHTML: { __html: html } }
}

function inAttribute(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
