import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { countHeldLoop } from '#app/integrations/metrics.server.ts'
import { requestContext } from './request-context.server.ts'

const beatMs = 20

/** A loop held for longer is told of: everybody else's request has waited as long. */
const longestMs = 200

/** So many are named at most. */
const mostNamed = 5

interface Pending {
	path: string
	requestId: string
	began: number
	/** Null while it is not answered. */
	ended: number | null
}

/**
 * Watches that nothing holds the event loop. Where it was held, the routes of the requests that were under way the whole time
 * are logged, and counted where it was one: the one that held it is among them. No path and no query, for they tell of people.
 */
export function watchEventLoop(routeAt: (path: string) => string, log: Logger): RequestHandler {
	const pending = new Set<Pending>()
	let before = performance.now()
	const beat = () => {
		const now = performance.now()
		const heldMs = now - before - beatMs
		if (heldMs > longestMs) tell(heldMs, now)
		for (const one of pending) if (one.ended !== null) pending.delete(one)
		before = now
	}
	const tell = (heldMs: number, now: number) => {
		const suspects = [...pending].filter(({ began, ended }) => {
			return (ended ?? now) - Math.max(began, before) >= heldMs - beatMs
		})
		const routes = [...new Set(suspects.map(({ path }) => routeAt(path)))].sort()
		const [only] = suspects
		const ms = Math.round(heldMs)
		const route = routes.slice(0, mostNamed).join(', ') || 'none'
		log.warn({ ms, route, ...(suspects.length === 1 ? { requestId: only?.requestId } : {}) }, 'the event loop was held')
		countHeldLoop({ route: routes.length > 1 ? 'several' : route, seconds: heldMs / 1000 })
	}
	setInterval(beat, beatMs).unref()
	return (req, res, next) => {
		const [path = ''] = req.originalUrl.split('?')
		const one: Pending = { path, requestId: requestContext(res).requestId, began: performance.now(), ended: null }
		pending.add(one)
		// Kept until the next beat: whoever held the loop may have answered by then.
		res.once('close', () => {
			one.ended = performance.now()
		})
		next()
	}
}
