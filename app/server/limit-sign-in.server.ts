import type { RequestHandler } from 'express'
import { callerOf, withinLimit } from '#app/http/rate-limit.server.ts'
import { paths } from '#app/paths.ts'
import type { Deps } from './deps.server.ts'
import { sendPlainResponse } from './plain-response.server.ts'
import { routeOf } from './route-of.ts'
import { routeSubsetHandler } from './route-subset-handler.server.ts'

const callbacks: readonly string[] = [paths.signInCallback(), paths.staff.signInCallback()]
const doors: readonly string[] = [
	...callbacks,
	paths.signIn(),
	paths.staff.signIn(),
	paths.welcome(),
	paths.signOutWebhook(),
	paths.api('register'),
]

/**
 * Doors where nobody is known yet are counted by address, and by the route that a path belongs to, however it is spelled. Looking
 * at the sign-in page is free.
 */
export function limitSignIn({ build }: Pick<Deps, 'build'>): RequestHandler {
	const routeFor = routeSubsetHandler(build, (slice) => routeOf(slice.routes))
	const routeAt = (path: string) => routeFor(path)(path)
	const counted = new Set(doors.map(routeAt))
	const countedAlways = new Set(callbacks.map(routeAt))
	return async (req, res, next) => {
		const route = routeAt(req.path)
		const counts = countedAlways.has(route) || (counted.has(route) && req.method === 'POST')
		if (!counts || (await withinLimit('sign-in', callerOf(req.ip), null))) return next()
		res.setHeader('Retry-After', '600')
		sendPlainResponse(res, 429)
	}
}
