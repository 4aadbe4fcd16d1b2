import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'

interface Branch {
	id: string
	path?: string
	index?: boolean
	children: Branch[]
}

/**
 * Tells which route of the build a path belongs to, by the route's id: never by what stands in the path, so that no
 * reference becomes a label. A path of no route is `none`.
 */
export function routeOf(routes: ServerBuild['routes']): (path: string) => string {
	const under = (parentId: string | undefined): Branch[] =>
		Object.values(routes).flatMap((route) => {
			if (!route || route.parentId !== parentId) return []
			const { id, path, index } = route
			return [
				{ id, ...(path === undefined ? {} : { path }), ...(index === true ? { index } : {}), children: under(id) },
			]
		})
	const tree = under(undefined).map(toRouteObject)
	return (path) => {
		if (!isDecodable(path)) return 'none'
		return matchRoutes(tree, path.replace(/\.data$/, ''))?.at(-1)?.route.id ?? 'none'
	}
}

function isDecodable(path: string): boolean {
	try {
		decodeURI(path)
		return true
	} catch {
		return false
	}
}

type RouteObject = Parameters<typeof matchRoutes>[0][number]

function toRouteObject({ id, path, index, children }: Branch): RouteObject {
	const named = path === undefined ? { id } : { id, path }
	return index === true ? { ...named, index: true } : { ...named, children: children.map(toRouteObject) }
}
