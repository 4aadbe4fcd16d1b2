import { Router } from 'express'
import { paths } from '#app/paths.ts'
import type { Deps } from './deps.server.ts'
import { whyNotReady } from './readiness.server.ts'

/** Whether the process lives, and whether it can take requests. A number and no words: anyone may ask. The log says why not. */
export function health(deps: Deps): Router {
	const router = Router()
	let wasReady = true
	router.get(paths.healthLive(), (_req, res) => {
		res.status(200).end()
	})
	router.get(paths.healthReady(), (_req, res, next) => {
		const answer = (reason: unknown) => {
			const ready = reason === null
			if (ready !== wasReady && !ready) deps.log.warn({ error: reason }, 'not ready')
			if (ready !== wasReady && ready) deps.log.info('ready again')
			wasReady = ready
			res.status(ready && !deps.isStopping() ? 200 : 503).end()
		}
		whyNotReady(deps.db).then(answer, next)
	})
	return router
}
