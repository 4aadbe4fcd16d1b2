/** The same things, as often, in any order. */
export function sameList(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && [...one].sort().join('\n') === [...other].sort().join('\n')
}

export function list(items: readonly string[]): string {
	return items.length === 0 ? 'none' : [...items].sort().join(', ')
}

export function difference(what: string, wanted: string, came: string): string | null {
	return wanted === came ? null : `${what}: expected ${wanted}, came ${came}`
}

export function listDifference(what: string, wanted: readonly string[], came: readonly string[]): string | null {
	return sameList(wanted, came) ? null : `${what}: expected ${list(wanted)}; came ${list(came)}`
}

export function joined(parts: readonly (string | null)[]): string | null {
	const found = parts.filter((part) => part !== null)
	return found.length === 0 ? null : found.join('; ')
}
