import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { whoMayCall } from '#app/http/guarded.ts'

export interface BuiltRoute {
	id: string
	path: string
	/** Who may call it, as it says itself; null where there is none. */
	loader: string | null
	action: string | null
}

/** The routes of the server build, as it would serve them. */
export async function builtRoutes(): Promise<BuiltRoute[]> {
	const build = await serverBuild()
	return Object.values(build.routes).flatMap((route) => {
		if (!route) return []
		const { loader, action } = route.module
		return [{ id: route.id, path: pathOf(build, route.id), loader: whoMayCall(loader), action: whoMayCall(action) }]
	})
}

export async function serverBuild(): Promise<ServerBuild> {
	return import(pathToFileURL(resolve('build/server/index.js')).href)
}

function pathOf(build: ServerBuild, id: string): string {
	const parts: string[] = []
	for (
		let route = build.routes[id];
		route;
		route = route.parentId === undefined ? undefined : build.routes[route.parentId]
	) {
		if (route.path !== undefined && route.path !== '') parts.unshift(route.path)
	}
	return `/${parts.join('/')}`
}

/** The loaders and actions that do not say who may call them. */
export function unguarded(routes: ServerBuild['routes']): string[] {
	return Object.values(routes).flatMap((route) => {
		if (!route) return []
		const { loader, action } = route.module
		return Object.entries({ loader, action })
			.filter(([, created]) => created !== undefined && whoMayCall(created) === null)
			.map(([kind]) => `${route.id} ${kind}`)
	})
}
