import type { RequestHandler } from 'express'
import { callerOf, withinLimit } from '#app/http/rate-limit.server.ts'
import { paths } from '#app/paths.ts'
import { answerPlainly } from './plain-page.server.ts'

const doors: readonly string[] = [
	paths.signIn(),
	paths.signInCallback(),
	paths.staff.signIn(),
	paths.staff.signInCallback(),
	paths.welcome(),
	paths.signOutWebhook(),
	paths.api('register'),
]

/** Doors where nobody is known yet are counted by address. Looking at the sign-in page is free. */
export const limitSignIn: RequestHandler = async (req, res, next) => {
	const path = req.path.replace(/\.data$/, '').replace(/\/$/, '')
	const counts = doors.includes(path) && (req.method === 'POST' || path.endsWith('/callback'))
	if (!counts || (await withinLimit('sign-in', callerOf(req.ip), null))) return next()
	res.setHeader('Retry-After', '600')
	answerPlainly(res, 429)
}
