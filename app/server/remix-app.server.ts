import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { createRequestHandler } from '@remix-run/express'
import express, { type Express, type Request, type RequestHandler } from 'express'
import { callerOf } from '#app/http/rate-limit.server.ts'
import type { Deps } from './deps.server.ts'
import { lastError } from './last-error.server.ts'
import { type RequestFacts, requestFacts } from './request-facts.server.ts'

/**
 * Hands a request on to Remix as a fresh one: with the body that was counted and taken in, and with our own origin. What a
 * caller says of the host (`Host`, `X-Forwarded-Host`) builds no address and weighs in no check of the framework's.
 */
export function remixApp(deps: Deps): RequestHandler {
	const inner = innerApp(deps)
	const { host, protocol } = new URL(deps.config.publicOrigin)
	return (req, res) => {
		inner(handOn(req, requestFacts(res), host, protocol.slice(0, -1)), res)
	}
}

const nowhere = new Socket()

function handOn(req: Request, { body, feed }: RequestFacts, host: string, protocol: string): IncomingMessage {
	const fresh = new IncomingMessage(nowhere)
	fresh.method = req.method
	fresh.url = req.originalUrl
	fresh.headers = { ...req.headers }
	for (const name of Object.keys(fresh.headers)) {
		if (name.startsWith('x-forwarded-') || name === 'forwarded') delete fresh.headers[name]
	}
	fresh.headers.host = host
	fresh.headers['x-forwarded-proto'] = protocol
	if (feed) feed(fresh)
	else {
		fresh.complete = true
		if (body) fresh.push(body)
		fresh.push(null)
	}
	callers.set(fresh, callerOf(req.ip))
	return fresh
}

const callers = new WeakMap<object, string>()

function innerApp({ build, db, now, log }: Deps): Express {
	const app = express()
	app.disable('x-powered-by')
	app.disable('etag')
	app.set('query parser', false)
	// It only ever sees the headers written above.
	app.set('trust proxy', true)
	app.use(
		createRequestHandler({
			build,
			mode: 'production',
			getLoadContext: (req, res) => {
				const { requestId, nonce, locale } = requestFacts(res)
				return {
					db,
					now: now(),
					machineNow: new Date(),
					requestId,
					nonce,
					locale,
					caller: callers.get(req) ?? '',
					log,
					setCookie: (cookie: string) => void res.append('Set-Cookie', cookie),
				}
			},
		}),
	)
	app.use(lastError(log))
	return app
}
