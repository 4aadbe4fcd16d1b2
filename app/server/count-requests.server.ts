import type { RequestHandler } from 'express'
import { countRequest } from '#app/integrations/metrics.server.ts'
import type { Deps } from './deps.server.ts'
import { routeOf } from './route-of.ts'
import { routeSubsetHandler } from './route-subset-handler.server.ts'

const known = new Set(['GET', 'HEAD', 'POST'])

/** Counts each request by its route when its answer is over; 499 is one that the caller did not wait for. */
export function countRequests({ build }: Pick<Deps, 'build'>): RequestHandler {
	const routeFor = routeSubsetHandler(build, (slice) => routeOf(slice.routes))
	return (req, res, next) => {
		const began = performance.now()
		res.once('close', () => {
			const [path = ''] = req.originalUrl.split('?')
			countRequest({
				// Only files carry a tag.
				route: res.hasHeader('ETag') ? 'file' : routeFor(path)(path),
				method: known.has(req.method) ? req.method : 'other',
				status: res.writableFinished ? res.statusCode : 499,
				seconds: (performance.now() - began) / 1000,
			})
		})
		next()
	}
}
