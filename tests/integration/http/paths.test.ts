import { expect, it } from 'vitest'
import { paths } from '#app/paths.ts'
import { routeOf } from '#app/server/route-of.ts'
import { serverBuild } from './built-routes.ts'

type Builder = (...given: string[]) => string

function buildersIn(group: object, name = ''): { name: string; path: string }[] {
	return Object.entries(group).flatMap(([key, value]: [string, Builder | object]) =>
		typeof value === 'function'
			? [{ name: `${name}${key}`, path: Reflect.apply(value, group, [givenTo[key] ?? 'x', 'x']) }]
			: buildersIn(value, `${name}${key}.`),
	)
}

/** What builders take that do not take any reference. */
const givenTo: Readonly<Record<string, string>> = { newVisitStep: 'who', newTopUpStep: 'amount', api: 'register' }

/** Answered by the server before any route. */
const ofTheServer = new Set([paths.healthLive(), paths.healthReady()])

it('builds no path that leads nowhere', async () => {
	const find = routeOf((await serverBuild()).routes)
	const lost = buildersIn(paths)
		.filter(({ path }) => !ofTheServer.has(path))
		.filter(({ path }) => /^(none|routes\/\$|routes\/staff\.\$)$/.test(find(path.replace(/[?#].*$/, ''))))
	expect(lost).toEqual([])
})
