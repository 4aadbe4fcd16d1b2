import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

/** Parts of a path that are looked at. More would tell hardly any more routes apart. */
const depth = 3

/**
 * Makes something of the build for each part of it that one path may belong to, once a part. Remix looks through every route
 * that it has, several times a request: of some seventy, a path comes into question for ten.
 */
export function routeSubsetHandler<T>(build: ServerBuild, make: (slice: ServerBuild) => T): (path: string) => T {
	const ways = Object.entries(build.routes).flatMap(([id, route]) =>
		route ? [{ id, route, segments: segmentsOf(build.routes, id) }] : [],
	)
	const known = Array.from({ length: depth }, (_, place) => new Set(ways.map(({ segments }) => segments[place])))
	const created = new Map<string, T>()
	const madeFor = new Map<string, T>()
	return (path) => {
		// What stands in no route is all one: callers make up paths without end.
		const asked = wordsOf(path).map((word, place) => (known[place]?.has(word) ? word : ''))
		const key = asked.join('/')
		const there = madeFor.get(key)
		if (there !== undefined) return there
		const routes = ways.filter(({ segments }) => mayBe(segments, asked)).map(({ id, route }) => [id, route] as const)
		// Made-up paths of known words have few routes, and mostly the same: there are no more slices than routes, or so.
		const same = routes.map(([id]) => id).join(' ')
		const slice = created.get(same) ?? make({ ...build, routes: Object.fromEntries(routes) })
		created.set(same, slice)
		madeFor.set(key, slice)
		return slice
	}
}

/** The path's first words as the router reads them: decoded, in whatever case. */
function wordsOf(path: string): string[] {
	return path
		.replace(/\.data$/, '')
		.split('/')
		.filter((word) => word !== '' && word !== '_root')
		.slice(0, depth)
		.map((word) => decoded(word).toLowerCase())
}

function decoded(word: string): string {
	try {
		return decodeURIComponent(word)
	} catch {
		return ''
	}
}

/** The segments of a route's whole pattern; that of a parameter or a splat is undefined, for it may be anything. */
function segmentsOf(routes: Routes, id: string): (string | undefined)[] {
	const route = routes[id]
	if (!route) return []
	const own = (route.path ?? '').split('/').filter((segment) => segment !== '')
	const above = route.parentId === undefined ? [] : segmentsOf(routes, route.parentId)
	return [...above, ...own.map((segment) => (/[:*?]/.test(segment) ? undefined : segment.toLowerCase()))]
}

function mayBe(segments: readonly (string | undefined)[], asked: readonly string[]): boolean {
	return segments.slice(0, depth).every((segment, place) => segment === undefined || segment === asked[place])
}
