import type { Request, RequestHandler, Response } from 'express'
import { paths } from '#app/paths.ts'
import { drainBody } from './drain-body.server.ts'
import { writePlainResponse } from './plain-response.server.ts'
import { requestContext } from './request-context.server.ts'
import { feedCounted, isStreamed, streamedLimit } from './streamed-body.server.ts'

const formLimit = 64 * 1024
const webhookLimit = 1024 * 1024

/** Where machines send more than a form holds. */
const machines: readonly string[] = [paths.stripeWebhook(), paths.phoneUsage()]

/**
 * Takes the body in before anything is done with it, and keeps no more of it than a form of ours can have: counted as it
 * comes, whatever the header says. Who sends more is answered at once, and the rest is thrown away until they have read it.
 */
export const limitBody: RequestHandler = (req, res, next) => {
	const declared = Number(req.get('content-length') ?? 0)
	const hasBody = declared > 0 || req.get('transfer-encoding') !== undefined
	if (!hasBody) return next()
	if (req.method !== 'POST') return refuse(req, res, 400)
	if (isStreamed(req.path)) {
		if (declared > streamedLimit) return refuse(req, res, 413)
		requestContext(res).feed = (into) => feedCounted(req, into)
		res.once('finish', () => cutOff(req))
		return next()
	}
	const limit = machines.includes(req.path) ? webhookLimit : formLimit
	if (declared > limit) return refuse(req, res, 413)
	takeIn(req, limit, (body) => {
		if (body === null) return refuse(req, res, 413)
		requestContext(res).body = body
		next()
	})
}

/** The whole body, or null when it is too long. Nothing is called when the sender breaks off. */
function takeIn(req: Request, limit: number, done: (body: Buffer<ArrayBuffer> | null) => void): void {
	const chunks: Buffer[] = []
	let counted = 0
	const onData = (chunk: Buffer) => {
		counted += chunk.length
		if (counted <= limit) return void chunks.push(chunk)
		req.off('data', onData).off('end', onEnd)
		chunks.length = 0
		done(null)
	}
	const onEnd = () => done(Buffer.concat(chunks))
	req
		.on('data', onData)
		.once('end', onEnd)
		.on('error', () => {})
}

function refuse(req: Request, res: Response, status: number): void {
	res.setHeader('Connection', 'close')
	writePlainResponse(res, status)
	drainBody(req, () => res.end())
}

/** What was answered before it had come in whole. */
function cutOff(req: Request): void {
	if (req.complete) return
	drainBody(req, () => {
		if (!req.complete) req.destroy()
	})
}
