import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { requestContext } from './request-context.server.ts'

/** One line a request: which, what came of it and how long it took. No query, no body, no address. */
export function accessLog(log: Logger): RequestHandler {
	return (req, res, next) => {
		const { requestId } = requestContext(res)
		const began = performance.now()
		res.once('close', () => {
			const [path = ''] = req.originalUrl.split('?')
			const ms = Math.round(performance.now() - began)
			const fields = { requestId, method: req.method, path: path.slice(0, 200), status: res.statusCode, ms }
			log.info(fields, res.writableFinished ? 'answered' : 'broken off')
		})
		next()
	}
}
