import type { OutgoingHttpHeader, OutgoingHttpHeaders } from 'node:http'
import type { RequestHandler, Response } from 'express'

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[]

const cacheable = new WeakSet<object>()

/** This answer is a file whose name changes with its content. */
export function mayBeKeptForEver(res: Response): void {
	cacheable.add(res)
}

/**
 * What is settled only as the head goes out, when the status is known and nobody can add to it any more. Remix adds its
 * headers to those that are there, so `Cache-Control` has this one place: hashed files for ever, and nothing else at all.
 */
export function lastHeaders(isStopping: () => boolean): RequestHandler {
	return (_req, res, next) => {
		const writeHead = res.writeHead.bind(res)
		res.writeHead = (status: number, second?: string | Headers, third?: Headers) => {
			const forEver = cacheable.has(res) && status < 400
			res.setHeader('Cache-Control', forEver ? 'public, max-age=31536000, immutable' : 'no-store')
			if (status === 503 && !res.hasHeader('Retry-After')) res.setHeader('Retry-After', '5')
			// On the way out each answer is its connection's last, so that no browser sends more on it.
			if (isStopping()) res.setHeader('Connection', 'close')
			return typeof second === 'string' ? writeHead(status, second, third) : writeHead(status, second)
		}
		next()
	}
}
