import { Readable } from 'node:stream'
import {
	type AppLoadContext,
	createReadableStreamFromReadable,
	createRequestHandler,
	writeReadableStreamToWritable,
} from '@remix-run/node'
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from 'express'
import { callerOf } from '#app/http/rate-limit.server.ts'
import type { Payments } from '#app/integrations/payments.server.ts'
import { connectStripe } from '#app/integrations/stripe.server.ts'
import type { Deps } from './deps.server.ts'
import { routesFor, sendInOnePiece } from './fast-render.server.ts'
import { requestContext } from './request-context.server.ts'

/**
 * Hands a request on to Remix: with the body that was counted and taken in, and with our own origin. What a caller says of the
 * host (`Host`, `X-Forwarded-Host`) builds no address and weighs in no check of the framework's.
 */
export function remixApp(deps: Deps): RequestHandler {
	const { build, config } = deps
	const handlerFor = routesFor(build, config.fastRender, (routes) => createRequestHandler(routes, 'production'))
	const own = new URL(config.publicOrigin)
	const payments = config.stripe && connectStripe(config.stripe)
	return async (req, res, next) => {
		try {
			const handle = handlerFor(req.path)
			await send(res, await handle(toWebRequest(req, res, own), contextOf(req, res, deps, payments)))
		} catch (error) {
			next(error)
		}
	}
}

function toWebRequest(req: ExpressRequest, res: ExpressResponse, own: URL): Request {
	const headers = new Headers({ host: own.host })
	for (const [name, value] of Object.entries(req.headers)) {
		if (value === undefined || name === 'host' || name === 'forwarded' || name.startsWith('x-forwarded-')) continue
		for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one)
	}
	const gone = new AbortController()
	res.once('close', () => {
		if (!res.writableFinished) gone.abort()
	})
	return new Request(`${own.origin}${req.originalUrl}`, {
		method: req.method,
		headers,
		signal: gone.signal,
		...bodyOf(res),
	})
}

function bodyOf(res: ExpressResponse): RequestInit {
	const { body, feed } = requestContext(res)
	if (!feed) return { body }
	const into = new Readable({ read: () => {} })
	feed(into)
	return { body: createReadableStreamFromReadable(into), duplex: 'half' }
}

function contextOf(
	req: ExpressRequest,
	res: ExpressResponse,
	{ db, now, log, config }: Deps,
	payments: Payments | null,
): AppLoadContext {
	const { requestId, nonce, locale } = requestContext(res)
	return {
		db,
		now: now(),
		machineNow: new Date(),
		requestId,
		payments,
		publicOrigin: config.publicOrigin,
		nonce,
		locale,
		caller: () => callerOf(req.ip),
		log,
		fastRender: config.fastRender,
		setCookie: (cookie) => void res.append('Set-Cookie', cookie),
	}
}

async function send(res: ExpressResponse, answer: Response): Promise<void> {
	res.status(answer.status)
	for (const [name, value] of answer.headers) res.append(name, value)
	if (sendInOnePiece(res, answer)) return
	if (answer.body) await writeReadableStreamToWritable(answer.body, res)
	else res.end()
}
