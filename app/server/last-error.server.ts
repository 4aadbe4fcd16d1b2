import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import { isOutage } from '#app/http/outage.server.ts'
import { loggable } from './log.server.ts'
import { answerPlainly } from './plain-page.server.ts'
import { requestFacts } from './request-facts.server.ts'

/** What nobody else has caught: logged with the request's id, which is all that the page tells. */
export function lastError(log: Logger): ErrorRequestHandler {
	return (error: unknown, _req, res, _next) => {
		log.error({ requestId: requestFacts(res).requestId, error: loggable(error) }, 'failed')
		if (res.headersSent) return void res.destroy()
		answerPlainly(res, isOutage(error) ? 503 : 500)
	}
}
