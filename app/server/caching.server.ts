import type { OutgoingHttpHeader, OutgoingHttpHeaders } from 'node:http'
import type { RequestHandler, Response } from 'express'

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[]

const cacheable = new WeakSet<object>()

/** This answer is a file whose name changes with its content. */
export function mayBeKeptForEver(res: Response): void {
	cacheable.add(res)
}

/**
 * The one place that says what may be cached: hashed files for ever, and nothing else at all. Set as the head goes out,
 * because Remix adds its headers to those that are there instead of replacing them.
 */
export const caching: RequestHandler = (_req, res, next) => {
	const writeHead = res.writeHead.bind(res)
	res.writeHead = (status: number, second?: string | Headers, third?: Headers) => {
		const forEver = cacheable.has(res) && status < 400
		res.setHeader('Cache-Control', forEver ? 'public, max-age=31536000, immutable' : 'no-store')
		return typeof second === 'string' ? writeHead(status, second, third) : writeHead(status, second)
	}
	next()
}
