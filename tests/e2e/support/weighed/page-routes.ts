import { serverBuild } from '#tests/integration/http/built-routes.ts'

/**
 * The routes of the build that show a page, by the names of their files: those with something to show that are no frame around
 * others. What is left is asked for by a program, or is a file.
 */
export async function pageRoutes(): Promise<string[]> {
	const { routes } = await serverBuild()
	const all = Object.values(routes).flatMap((route) => (route ? [route] : []))
	const frames = new Set(all.map(({ parentId }) => parentId))
	return all
		.filter(({ id, module }) => module.default !== undefined && !frames.has(id))
		.map(({ id }) => id.replace(/^routes\//, ''))
		.sort()
}

/** The routes that neither have a page in the table nor a reason to have none. */
export function unweighed(
	routes: readonly string[],
	{ pages, reasons }: { pages: readonly { route: string }[]; reasons: Readonly<Record<string, string>> },
): string[] {
	return routes.filter((route) => !pages.some((page) => page.route === route) && reasons[route] === undefined)
}
