import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { isFromOurPages } from '#app/http/csrf.ts'
import { paths } from '#app/paths.ts'
import { sendPlainResponse } from './plain-response.server.ts'
import { requestContext } from './request-context.server.ts'

/** Machines come here, and prove by a signature or a key of their own who they are; what a browser sends by itself proves nothing there. */
const signedElsewhere: readonly string[] = [
	paths.stripeWebhook(),
	paths.signOutWebhook(),
	paths.api('register'),
	paths.phoneUsage(),
]

/** What changes something is taken from our own pages only: for every action there is, as a document and as data. */
export function refuseCrossSite(publicOrigin: string, log: Logger): RequestHandler {
	return (req, res, next) => {
		if (req.method !== 'POST' || signedElsewhere.includes(req.path)) return next()
		const said = {
			secFetchSite: req.get('sec-fetch-site') ?? null,
			origin: req.get('origin') ?? null,
			contentType: req.get('content-type') ?? null,
		}
		if (isFromOurPages(said, publicOrigin)) return next()
		log.warn({ requestId: requestContext(res).requestId, reason: 'cross-site' }, 'refused')
		sendPlainResponse(res, 403)
	}
}
