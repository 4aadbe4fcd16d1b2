import { matchRoutes } from '@remix-run/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { routesFor } from '#app/server/fast-render.server.ts'
import { routeOf } from '#app/server/route-of.ts'
import { type BuiltRoute, builtRoutes, serverBuild } from './built-routes.ts'

const odd = [
	'/',
	'//',
	'/_root.data',
	'/nothing',
	'/staff/nothing/at/all',
	'/VISITS/New/time',
	'/%76isits/n%65w/time',
	'/visits%2Fnew',
	'/visits/',
	'/visits/new/time.data',
	'/staff.data',
	'/visits/new',
	'/visits/%E0%A4%A',
]

describe('the part of the build that a path may belong to', () => {
	let routes: BuiltRoute[]
	let whole: (path: string) => string
	let inSubset: (path: string) => string
	let sizes: number[]

	beforeAll(async () => {
		const build = await serverBuild()
		routes = await builtRoutes()
		whole = routeOf(build.routes)
		sizes = []
		const routeFor = routesFor(build, true, (subset) => {
			sizes.push(Object.keys(subset.routes).length)
			return routeOf(subset.routes)
		})
		inSubset = (path) => routeFor(path)(path)
	})

	it('has the route that the whole build would have answered with, for every path there is', () => {
		const paths = routes.map(({ path }) => path.replace('*', 'some/where').replaceAll(/:\w+/g, 'K7QM4TXW29AB'))
		for (const path of [...paths, ...odd]) expect(inSubset(path), path).toBe(whole(path))
		expect(matchRoutes([{ path: 'visits' }], '/VISITS')).not.toBeNull()
	})

	it('is small, and there are as many as the routes make, whatever is asked for', () => {
		for (let count = 0; count < 1_000; count++) inSubset(`/visits/${count}/pass`)
		for (let count = 0; count < 1_000; count++) inSubset(`/nothing-${count}/${count}`)
		expect(sizes.length).toBeLessThan(routes.length)
		expect(Math.max(...sizes)).toBeLessThan(routes.length / 3)
	})
})
