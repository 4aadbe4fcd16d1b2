import type { RequestHandler, Response } from 'express'
import { beforeHead } from './before-head.server.ts'

const cacheable = new WeakSet<object>()

/** This answer is a file whose name changes with its content. */
export function markImmutable(res: Response): void {
	cacheable.add(res)
}

/**
 * What is settled only as the head goes out, when the status is known and nobody can add to it any more. Remix adds its
 * headers to those that are there, so `Cache-Control` has this one place: hashed files for ever, and nothing else at all.
 */
export function finalHeaders(isStopping: () => boolean): RequestHandler {
	return (_req, res, next) => {
		beforeHead(res, (status) => {
			const forEver = cacheable.has(res) && status < 400
			res.setHeader('Cache-Control', forEver ? 'public, max-age=31536000, immutable' : 'no-store')
			if (status === 503 && !res.hasHeader('Retry-After')) res.setHeader('Retry-After', '5')
			// On the way out each answer is its connection's last, so that no browser sends more on it.
			if (isStopping()) res.setHeader('Connection', 'close')
		})
		next()
	}
}
