import type { RequestHandler } from 'express'
import { isFrameworkPath, isMalformedPath } from './malformed-requests.ts'
import { sendPlainResponse } from './plain-response.server.ts'

const methods = ['GET', 'HEAD', 'POST']

/** Only what browsers send to pages and forms goes on. */
export function rejectMalformedRequests(knownRoutes: ReadonlySet<string>): RequestHandler {
	return (req, res, next) => {
		if (!methods.includes(req.method)) {
			res.setHeader('Allow', methods.join(', '))
			return sendPlainResponse(res, 405)
		}
		if (isMalformedPath(req.originalUrl)) return sendPlainResponse(res, 400)
		if (isFrameworkPath(new URL(req.originalUrl, 'http://samvaer.invalid'), knownRoutes))
			return sendPlainResponse(res, 404)
		next()
	}
}
