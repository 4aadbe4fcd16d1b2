import type { RequestHandler } from 'express'
import { countRequest } from '#app/integrations/metrics.server.ts'

const known = new Set(['GET', 'HEAD', 'POST'])

/** Counts each request by its route when its answer is over; 499 is one that the caller did not wait for. */
export function countRequests(routeAt: (path: string) => string): RequestHandler {
	return (req, res, next) => {
		const began = performance.now()
		res.once('close', () => {
			const [path = ''] = req.originalUrl.split('?')
			countRequest({
				// Only files carry a tag.
				route: res.hasHeader('ETag') ? 'file' : routeAt(path),
				method: known.has(req.method) ? req.method : 'other',
				status: res.writableFinished ? res.statusCode : 499,
				seconds: (performance.now() - began) / 1000,
			})
		})
		next()
	}
}
