import type { RequestHandler } from 'express'
import { callerOf, withinLimit } from '#app/http/rate-limit.server.ts'
import { paths } from '#app/paths.ts'
import { sendPlainResponse } from './plain-response.server.ts'

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
export function limitSignIn(routeAt: (path: string) => string): RequestHandler {
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
