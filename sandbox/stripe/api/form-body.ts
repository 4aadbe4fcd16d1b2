import { wrong } from './fault.ts'

/** What a form says: text, a list, or named parts. */
export type Form = string | Form[] | { [name: string]: Form }

type Parts = Map<string, string | Parts>

/** Reads `a=1&b[c]=2&d[0][e]=3&f[]=4`, as Stripe takes it in bodies and queries. */
export function readForm(text: string): Form {
	const root: Parts = new Map()
	for (const [name, value] of new URLSearchParams(text)) put(root, pathOf(name), value, name)
	return settle(root)
}

function pathOf(name: string): string[] {
	const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name)
	if (!match) throw wrong(`Invalid parameter name: ${name}`, name)
	return [match[1] ?? '', ...[...(match[2] ?? '').matchAll(/\[([^[\]]*)\]/g)].map(([, part]) => part ?? '')]
}

function put(parts: Parts, [first = '', ...rest]: string[], value: string, name: string): void {
	// `[]` stands for the next place of a list.
	const key = first === '' ? String(parts.size) : first
	if (rest.length === 0) {
		if (parts.get(key) instanceof Map) throw wrong(`Invalid parameter: ${name} has parts as well as a value`, name)
		parts.set(key, value)
		return
	}
	const below = parts.get(key) ?? new Map()
	if (!(below instanceof Map)) throw wrong(`Invalid parameter: ${name} has parts as well as a value`, name)
	parts.set(key, below)
	put(below, rest, value, name)
}

/** Parts that are numbered from nought are a list. */
function settle(parts: Parts): Form {
	const all = [...parts].map(([name, part]): [string, Form] => [name, part instanceof Map ? settle(part) : part])
	const isList = all.length > 0 && all.every(([name], index) => name === String(index))
	// Without a prototype: a name like `__proto__` is a name like any other.
	return isList ? all.map(([, part]) => part) : Object.assign(Object.create(null), Object.fromEntries(all))
}
