import type { Request, RequestHandler, Response } from 'express'
import { paths } from '#app/paths.ts'
import { answerPlainly } from './plain-page.server.ts'
import { requestFacts } from './request-facts.server.ts'

const formLimit = 64 * 1024
const webhookLimit = 1024 * 1024

/**
 * Takes the body in before anything is done with it, and no more of it than a form of ours can have: counted as it comes,
 * whatever the header says. Too much is answered at once and the connection closed.
 */
export const limitBody: RequestHandler = (req, res, next) => {
	const declared = Number(req.get('content-length') ?? 0)
	const hasBody = declared > 0 || req.get('transfer-encoding') !== undefined
	if (!hasBody) return next()
	if (req.method !== 'POST') return refuse(res, 400)
	const limit = req.path === paths.stripeWebhook() ? webhookLimit : formLimit
	if (declared > limit) return refuse(res, 413)
	takeIn(req, limit, (body) => {
		if (body === null) return refuse(res, 413)
		requestFacts(res).body = body
		next()
	})
}

/** The whole body, or null once it is too long. Nothing is called when the sender breaks off. */
function takeIn(req: Request, limit: number, done: (body: Buffer | null) => void): void {
	const chunks: Buffer[] = []
	let counted = 0
	const onData = (chunk: Buffer) => {
		counted += chunk.length
		if (counted <= limit) {
			chunks.push(chunk)
			return
		}
		req.off('data', onData).off('end', onEnd)
		req.pause()
		done(null)
	}
	const onEnd = () => done(Buffer.concat(chunks))
	req.on('data', onData).once('end', onEnd).on('error', () => {})
}

function refuse(res: Response, status: number): void {
	res.setHeader('Connection', 'close')
	answerPlainly(res, status)
}
