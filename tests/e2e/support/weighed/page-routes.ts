import { builtRoutes, serverBuild } from '#tests/integration/http/built-routes.ts'

export interface PageRoute {
	/** The name of its file in app/routes. */
	name: string
	/** As `/visits/:ref/pass`. */
	path: string
}

/**
 * The routes of the build that show a page: those with something to show that are no frame around others. What is left is asked
 * for by a program, or is a file.
 */
export async function pageRoutes(): Promise<PageRoute[]> {
	const { routes } = await serverBuild()
	const frames = new Set(Object.values(routes).map((route) => route?.parentId))
	return (await builtRoutes())
		.filter(({ id }) => routes[id]?.module.default !== undefined && !frames.has(id))
		.map(({ id, path }) => ({ name: id.replace(/^routes\//, ''), path }))
}

/** The routes that neither have a page in the table nor a reason to have none. */
export function unweighed(
	routes: readonly PageRoute[],
	{ pages, reasons }: { pages: readonly { route: string }[]; reasons: Readonly<Record<string, string>> },
): string[] {
	const names = routes.map(({ name }) => name)
	return names.filter((name) => !pages.some(({ route }) => route === name) && reasons[name] === undefined)
}

/** Whether a route answers to an address; another may answer to it, too. */
export function answersTo({ path }: PageRoute, address: string): boolean {
	const pattern = path.replace(/:\w+/g, '[^/]+').replace('*', '.+')
	return new RegExp(`^${pattern}$`).test(new URL(address, 'http://localhost').pathname)
}
