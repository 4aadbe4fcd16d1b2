/**
 * Whether an address is spelled as no page of ours is: not a path, not decodable, or with `..`, `//`, a backslash or a
 * control character in it once it is decoded. What no two parts of the way could read differently needs no second look. In what
 * is asked for anything may stand but a NUL, which no text in the database can hold.
 */
export function isMalformedPath(address: string): boolean {
	const [path = '', ...query] = address.split('?')
	if (query.some((text) => text.includes('%00'))) return true
	if (!path.startsWith('/')) return true
	let decoded: string
	try {
		decoded = decodeURIComponent(path)
	} catch {
		return true
	}
	return [path, decoded].some((text) => /\.\.|\/\/|\\|\p{Cc}/u.test(text))
}

/** Old and inner doors of the framework: `?_data`, `/__manifest`, and data of routes that the build does not know. */
export function isFrameworkPath(url: URL, knownRoutes: ReadonlySet<string>): boolean {
	if (url.searchParams.has('_data')) return true
	if (url.pathname.toLowerCase().startsWith('/__manifest')) return true
	const routes = url.searchParams.getAll('_routes')
	if (routes.length === 0) return false
	if (routes.length > 1 || !url.pathname.endsWith('.data')) return true
	return routes.flatMap((list) => list.split(',')).some((id) => !knownRoutes.has(id))
}
