import type { RequestHandler } from 'express'
import { isFrameworkDoor, isOddPath } from './odd-requests.ts'
import { answerPlainly } from './plain-page.server.ts'

const methods = ['GET', 'HEAD', 'POST']

/** Only what browsers send to pages and forms goes on. */
export function refuseOddRequests(knownRoutes: ReadonlySet<string>): RequestHandler {
	return (req, res, next) => {
		if (!methods.includes(req.method)) {
			res.setHeader('Allow', methods.join(', '))
			return answerPlainly(res, 405)
		}
		if (isOddPath(req.originalUrl)) return answerPlainly(res, 400)
		if (isFrameworkDoor(new URL(req.originalUrl, 'http://samvaer.invalid'), knownRoutes)) return answerPlainly(res, 404)
		next()
	}
}
