import { createElement, type ReactNode } from 'react'

/** A page as data, from which the very same elements can be made again and again. */
export type Markup = string | { tag: string; attributes: Record<string, string | boolean>; children: Markup[] }

const empty = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
const asReactSays: Readonly<Record<string, string>> = {
	class: 'className',
	for: 'htmlFor',
	charset: 'charSet',
	tabindex: 'tabIndex',
	novalidate: 'noValidate',
	colspan: 'colSpan',
	rowspan: 'rowSpan',
	value: 'defaultValue',
	checked: 'defaultChecked',
}

/** Reads what React wrote: well formed, every attribute quoted. @throws Error for anything else */
export function readMarkup(html: string): Markup {
	const pieces = html
		.replace(/^<!doctype html>/i, '')
		.matchAll(/<!--.*?-->|<\/([\w-]+)>|<([\w-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/gs)
	const root: Markup = { tag: 'root', attributes: {}, children: [] }
	const open = [root]
	for (const [, closed, opened, attributes = '', text] of pieces) {
		const inside = open.at(-1)
		if (!inside) throw new Error('The page closes more than it opens')
		if (text !== undefined) inside.children.push(unescaped(text))
		else if (closed !== undefined) open.pop()
		else if (opened !== undefined) {
			const element = { tag: opened, attributes: readAttributes(attributes, opened), children: [] }
			inside.children.push(element)
			if (!empty.has(opened)) open.push(element)
		}
	}
	const [document] = root.children
	if (document === undefined || open.length !== 1) throw new Error('The page does not close what it opens')
	return document
}

function readAttributes(text: string, tag: string): Record<string, string | boolean> {
	return Object.fromEntries(
		[...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => {
			const known = name === 'value' && tag !== 'input' && tag !== 'textarea' ? 'value' : (asReactSays[name] ?? name)
			const isSwitch =
				value === '' && ['defer', 'hidden', 'defaultChecked', 'noValidate', 'selected', 'disabled'].includes(known)
			return [known, isSwitch ? true : unescaped(value)]
		}),
	)
}

function unescaped(text: string): string {
	return text.replace(/&(amp|lt|gt|quot|#x27);/g, (whole) => escapes[whole] ?? whole)
}

const escapes: Readonly<Record<string, string>> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#x27;': "'",
}

/** Makes the elements, as a page without any thought of its own would. */
export function elementsOf(markup: Markup, key?: number): ReactNode {
	if (typeof markup === 'string') return markup
	const { tag, attributes, children } = markup
	return createElement(tag, { ...attributes, key }, ...children.map((child) => elementsOf(child)))
}
