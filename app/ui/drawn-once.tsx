import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** Where a drawn part has an address. No text of ours has this character: it is one that no language uses. */
const hole = '\uE000'

const written = Symbol('written')

/** HTML that React has written, and nobody else: only this file can make it, so it may be put into a page as it is. */
export interface Drawn {
	readonly [written]: string
}

/**
 * A part of a page that many readers are shown alike, but for where it leads: drawn the first time that it is asked for, and
 * remembered by all that is said in it.
 *
 * @param keyOf everything that the part is drawn from, as text: two that are drawn differently never share it
 * @param draw the part; it knows no context. Where it has the address it is given, another's is put in
 * @param atMost parts that are remembered; then all are forgotten and drawn anew
 */
export function drawnOnce<Said>(
	keyOf: (said: Said) => string,
	draw: (said: Said, href: string) => ReactElement,
	atMost = 5_000,
): (said: Said, href?: string) => Drawn {
	const drawn = new Map<string, readonly string[]>()
	return (said, href = '') => {
		const key = keyOf(said)
		let pieces = drawn.get(key)
		if (pieces === undefined) {
			pieces = renderToStaticMarkup(draw(said, hole)).split(hole)
			if (drawn.size >= atMost) drawn.clear()
			drawn.set(key, pieces)
		}
		return { [written]: pieces.length === 1 ? (pieces[0] ?? '') : pieces.join(inAttribute(href)) }
	}
}

function inAttribute(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** An element's inside, made of parts that are drawn already: `<ul {...inside(lines)} />`. */
export function inside(parts: readonly Drawn[]): { dangerouslySetInnerHTML: { __html: string } } {
	let html = ''
	for (const part of parts) html += part[written]
	return { dangerouslySetInnerHTML: { __html: html } }
}
