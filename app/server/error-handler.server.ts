import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import { isOutage } from '#app/http/outage.server.ts'
import { loggable } from './log.server.ts'
import { sendPlainResponse } from './plain-response.server.ts'
import { requestContext } from './request-context.server.ts'

/** What nobody else has caught: logged with the request's id, which is all that the page tells. */
export function errorHandler(log: Logger): ErrorRequestHandler {
	return (error: unknown, _req, res, _next) => {
		log.error({ requestId: requestContext(res).requestId, error: loggable(error) }, 'failed')
		if (res.headersSent) return void res.destroy()
		sendPlainResponse(res, isOutage(error) ? 503 : 500)
	}
}
