import type { Request, RequestHandler, Response } from 'express'
import { paths } from '#app/paths.ts'
import { sendPlainResponse } from './plain-response.server.ts'
import { requestContext } from './request-context.server.ts'
import { feedCounted, isStreamed, streamedLimit } from './streamed-body.server.ts'

const formLimit = 64 * 1024
const webhookLimit = 1024 * 1024

/** Where machines send more than a form holds. */
const machines: readonly string[] = [paths.stripeWebhook(), paths.phoneUsage()]

/** So much more is let run past, so that a browser gets to read the answer; then the connection is cut. */
const patience = 4 * 1024 * 1024

/**
 * Takes the body in before anything is done with it, and keeps no more of it than a form of ours can have: counted as it
 * comes, whatever the header says.
 */
export const limitBody: RequestHandler = (req, res, next) => {
	const declared = Number(req.get('content-length') ?? 0)
	const hasBody = declared > 0 || req.get('transfer-encoding') !== undefined
	if (!hasBody) return next()
	if (req.method !== 'POST') return refuse(res, 400)
	if (isStreamed(req.path)) {
		if (declared > streamedLimit + patience) return refuse(res, 413)
		requestContext(res).feed = (into) => feedCounted(req, into, patience)
		return next()
	}
	const limit = machines.includes(req.path) ? webhookLimit : formLimit
	if (declared > limit + patience) return refuse(res, 413)
	takeIn(req, limit, (body) => {
		if (body === null) return refuse(res, 413)
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
		if (counted <= limit) chunks.push(chunk)
		else chunks.length = 0
		if (counted <= limit + patience) return
		req.off('data', onData).off('end', onEnd)
		req.pause()
		done(null)
	}
	const onEnd = () => done(counted <= limit ? Buffer.concat(chunks) : null)
	req
		.on('data', onData)
		.once('end', onEnd)
		.on('error', () => {})
}

function refuse(res: Response, status: number): void {
	res.setHeader('Connection', 'close')
	sendPlainResponse(res, status)
}
