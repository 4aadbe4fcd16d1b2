import type { RequestHandler } from 'express'

/** On the way out each answer is its connection's last, so that no browser sends more on it. */
export function closeWhenStopping(isStopping: () => boolean): RequestHandler {
	return (_req, res, next) => {
		if (isStopping()) res.setHeader('Connection', 'close')
		next()
	}
}
