import type { EntryContext, ServerBuild } from '@remix-run/node'
import type { Response as ExpressResponse } from 'express'
import { createElement, type ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { countRenderedMarkup } from '#app/integrations/metrics.server.ts'
import { type CachedMarkup, MarkupCacheProvider } from '#app/ui/cached-markup.tsx'

// Everything that reaches into Remix and React DOM for speed stands here. Each part has its plain form beside it, and
// `FAST_RENDER=off` takes the plain form of all of them: tests/integration/http/fast-render.test.ts holds the two together.

type Routes = ServerBuild['routes']

/** Segments of a path that are looked at. More would tell hardly any more routes apart. */
const depth = 3

/**
 * Returns what `make` makes of the part of the build that a path may belong to, made once a part; of the whole build when it is not
 * `fast`. Remix looks through every route that it has, several times a request: of some seventy, a path comes into question for ten.
 */
export function routesFor<T>(build: ServerBuild, fast: boolean, make: (build: ServerBuild) => T): (path: string) => T {
	if (fast) return routeSubsets(build, make)
	const whole = make(build)
	return () => whole
}

function routeSubsets<T>(build: ServerBuild, make: (subset: ServerBuild) => T): (path: string) => T {
	const candidates = Object.entries(build.routes).flatMap(([id, route]) =>
		route ? [{ id, route, segments: segmentsOf(build.routes, id) }] : [],
	)
	const known = Array.from({ length: depth }, (_, place) => new Set(candidates.map(({ segments }) => segments[place])))
	const byRoutes = new Map<string, T>()
	const byPath = new Map<string, T>()
	return (path) => {
		// What stands in no route is all one: callers make up paths without end.
		const asked = wordsOf(path).map((word, place) => (known[place]?.has(word) ? word : ''))
		const key = asked.join('/')
		const before = byPath.get(key)
		if (before !== undefined) return before
		const routes = candidates
			.filter(({ segments }) => mayMatch(segments, asked))
			.map(({ id, route }) => [id, route] as const)
		// Made-up paths of known words have few routes, and mostly the same: there are no more subsets than routes, or so.
		const ids = routes.map(([id]) => id).join(' ')
		const subset = byRoutes.get(ids) ?? make({ ...build, routes: Object.fromEntries(routes) })
		byRoutes.set(ids, subset)
		byPath.set(key, subset)
		return subset
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

function mayMatch(segments: readonly (string | undefined)[], asked: readonly string[]): boolean {
	return segments.slice(0, depth).every((segment, place) => segment === undefined || segment === asked[place])
}

const documents = new WeakMap<Response, string>()

/**
 * Renders a page in one piece, with its own routes only and what everyone is shown alike out of the cache. Its text goes beside the
 * response and not in it: there it would be packed into a stream, which whoever sends it would have to read back out.
 */
export function renderInOnePiece(
	page: (context: EntryContext) => ReactElement,
	remixContext: EntryContext,
	init: ResponseInit,
): Response {
	// What the framework's script would be handed, if a page had it, is left lying: to cancel it costs more than to forget it.
	const { serverHandoffStream: _unread, ...context } = remixContext
	const html = renderToString(createElement(MarkupCacheProvider, { value: cachedMarkup }, page(ownRoutes(context))))
	const response = new Response(null, init)
	documents.set(response, `<!doctype html>${html}`)
	return response
}

/** Sends a page that was rendered in one piece; false for any other response. */
export function sendInOnePiece(res: ExpressResponse, response: Response): boolean {
	const html = documents.get(response)
	if (html === undefined) return false
	res.end(Buffer.from(html))
	return true
}

/** The page's own routes: the framework would build a tree of all of them, for every page. */
function ownRoutes(context: EntryContext): EntryContext {
	const { manifest, routeModules } = context
	const ids = context.staticHandlerContext.matches.map(({ route }) => route.id)
	return {
		...context,
		manifest: { ...manifest, routes: pick(manifest.routes, ids) },
		routeModules: pick(routeModules, ids),
	}
}

function pick<T>(of: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> {
	return Object.fromEntries(Object.entries(of).filter(([id]) => ids.includes(id)))
}

/** Parts of one name that are remembered; then all of them are forgotten. */
const mostCached = 5_000

const cached = new Map<string, Map<string, CachedMarkup>>()

/** @internal */
export function cachedMarkup(name: string, key: string, render: () => CachedMarkup): CachedMarkup {
	const parts = cached.get(name) ?? new Map<string, CachedMarkup>()
	const before = parts.get(key)
	if (before !== undefined) return before
	const part = render()
	countRenderedMarkup(name)
	if (parts.size >= mostCached) parts.clear()
	parts.set(key, part)
	cached.set(name, parts)
	return part
}
