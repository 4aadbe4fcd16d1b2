import { Router } from 'express'
import { paths } from '#app/paths.ts'
import type { Deps } from './deps.server.ts'
import { isReady } from './readiness.server.ts'

/** Whether the process lives, and whether it can take requests. A number and no words: anyone may ask. */
export function health(deps: Deps): Router {
	const router = Router()
	router.get(paths.healthLive(), (_req, res) => {
		res.status(200).end()
	})
	router.get(paths.healthReady(), (_req, res, next) => {
		const answer = (ready: boolean) => void res.status(ready && !deps.isStopping() ? 200 : 503).end()
		isReady(deps.db).then(answer, next)
	})
	return router
}
