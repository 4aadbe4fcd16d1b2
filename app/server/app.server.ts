import express, { type Express } from 'express'
import { accessLog } from './access-log.server.ts'
import { limitBody } from './body-limit.server.ts'
import { countRequests } from './count-requests.server.ts'
import { refuseCrossSite } from './cross-site.server.ts'
import type { Deps } from './deps.server.ts'
import { errorHandler } from './error-handler.server.ts'
import { watchEventLoop } from './event-loop-watch.server.ts'
import { routesFor } from './fast-render.server.ts'
import { finalHeaders } from './final-headers.server.ts'
import { health } from './health.server.ts'
import { limitSignIn } from './limit-sign-in.server.ts'
import { rejectMalformedRequests } from './reject-malformed-requests.server.ts'
import { remixApp } from './remix-app.server.ts'
import { settleRequestContext } from './request-context.server.ts'
import { routeOf } from './route-of.ts'
import { securityHeaders } from './security-headers.server.ts'
import { staticFiles } from './static-files.server.ts'

/** The web server, step by step in the order that a request takes. */
export function createApp(deps: Deps): Express {
	const { config, log, build } = deps
	const lookupFor = routesFor(build, config.fastRender, ({ routes }) => routeOf(routes))
	const routeAt = (path: string) => lookupFor(path)(path)
	const app = express()
	app.disable('etag')
	app.set('query parser', false)
	// Only these are believed about whom they speak for; nobody when the list is empty.
	app.set('trust proxy', config.trustProxy)

	app.use(settleRequestContext)
	app.use(finalHeaders(deps.isStopping))
	app.use(securityHeaders(config))
	app.use(health(deps))
	app.use(accessLog(log))
	app.use(countRequests(routeAt))
	app.use(watchEventLoop(routeAt, log))
	app.use(rejectMalformedRequests(new Set(Object.keys(build.routes))))
	app.use(staticFiles(deps.clientFolder))
	app.use(limitSignIn(routeAt))
	app.use(refuseCrossSite(config.publicOrigin, log))
	app.use(limitBody)
	app.use(remixApp(deps))
	app.use(errorHandler(log))
	return app
}
