import { createContext, createElement, Fragment, type ReactElement, type ReactNode, useContext } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** Stands for an address in a rendered part. No text has this character, and it is a byte: a wider one would make all text around it wide. */
const hrefPlaceholder = '\u0001'

const markup = Symbol('markup')

/** HTML that React has written, and nobody else: only this file can make it, so it may be put into a page as it is. */
export interface CachedMarkup {
	/** What stands before, between and after its addresses. */
	readonly [markup]: readonly string[]
}

/** A part of a page that many readers are shown alike, but for where it leads. */
export interface CacheablePart<Props> {
	name: string
	/** Everything that the part is rendered from, as text: two that are rendered differently never share it. */
	keyOf(props: Props): string
	/** The part; it reads no context. Addresses in it may begin with the one that it is given. */
	render(props: Props, address: string): ReactElement
}

/** What remembers parts by name and key. The server gives it to a page; without one React renders every part anew. */
export type MarkupCache = (name: string, key: string, render: () => CachedMarkup) => CachedMarkup

const MarkupCacheContext = createContext<MarkupCache | null>(null)

export const MarkupCacheProvider = MarkupCacheContext.Provider

type Inner = { children: ReactNode } | { dangerouslySetInnerHTML: { __html: string } }

/** Returns what puts parts into an element, all of which begin their addresses with `address`: `<ul {...inner(line, days, here)} />`. */
export function useInnerMarkup() {
	const cache = useContext(MarkupCacheContext)
	return <Props,>(part: CacheablePart<Props>, all: readonly Props[], address = ''): Inner => {
		if (cache === null)
			return { children: createElement(Fragment, null, ...all.map((props) => part.render(props, address))) }
		const parts = all.map((props) => cache(part.name, part.keyOf(props), () => rendered(part, props)))
		return { dangerouslySetInnerHTML: { __html: joined(parts, address) } }
	}
}

function rendered<Props>(part: CacheablePart<Props>, props: Props): CachedMarkup {
	return { [markup]: renderToStaticMarkup(part.render(props, hrefPlaceholder)).split(hrefPlaceholder) }
}

function joined(parts: readonly CachedMarkup[], address: string): string {
	const escaped = inAttribute(address)
	let html = ''
	for (const { [markup]: pieces } of parts)
		for (let index = 0; index < pieces.length; index++) html += index === 0 ? pieces[0] : escaped + pieces[index]
	return html
}

/** As React writes them. */
const escapes: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#x27;',
}

function inAttribute(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? '')
}
