import { randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { RequestHandler, Response } from 'express'
import { localeOf } from '#app/http/locale.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { newRef } from '#db/ids.ts'

/** What is settled about a request before anything is done for it. */
export interface ServerRequestContext {
	/** Short, so that someone can read it out from an error page. */
	requestId: string
	nonce: string
	locale: Locale
	/** The body, once it has come in whole; null until then. */
	body: Buffer<ArrayBuffer> | null
	/** How the body is taken in where it is too long to be kept: as it comes. */
	feed: ((into: Readable) => void) | null
}

const factsOf = new WeakMap<object, ServerRequestContext>()

export const settleRequestContext: RequestHandler = (req, res, next) => {
	const { cookie, 'accept-language': acceptLanguage } = req.headers
	const facts: ServerRequestContext = {
		requestId: newRef(),
		nonce: randomBytes(16).toString('base64url'),
		locale: localeOf(cookie ?? null, acceptLanguage ?? null),
		body: null,
		feed: null,
	}
	factsOf.set(res, facts)
	res.setHeader('X-Request-Id', facts.requestId)
	next()
}

export function requestContext(res: Response): ServerRequestContext {
	const facts = factsOf.get(res)
	if (!facts) throw new Error('The facts of a request are settled first')
	return facts
}
