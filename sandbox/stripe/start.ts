import { once } from 'node:events'
import express, { type Request, type Response } from 'express'
import { ZodError } from 'zod'
import { assertNotProduction } from '../assert-not-production.ts'
import { freePort } from '../free-port.ts'
import { contentPolicy, escapeHtml, page } from '../page.ts'
import { type ApiOptions, answerApi } from './api/api.ts'
import { createFaultInjector } from './api/injected-fault.ts'
import { controlRouter } from './control/router.ts'
import { expireDue } from './objects/payment.ts'
import { payPageOf } from './objects/session.ts'
import { payRouter } from './pay/router.ts'
import { openStore } from './store.ts'
import { startSender } from './webhooks/sender.ts'

export interface PaymentsOptions {
	/** Where it may stand: nowhere else does it start. */
	environment: 'development' | 'demo' | 'test'
	/** The port to take; another one if it is taken. */
	port?: number
	/** Where payments are kept. */
	file: string
	/** The merchant's key, and what webhooks are signed with. */
	secretKey: string
	webhookSecret: string
	/** Where webhooks go. */
	webhookUrl: string
	/** The time that sessions are made and expire by. */
	now: () => Promise<Date>
	/** Milliseconds before each new try of a webhook that was not taken. */
	backoffMs?: readonly number[]
	log: (line: string) => void
}

export interface Payments {
	/** The control page, and the address of the API. */
	url: string
	port: number
	stop(): Promise<void>
}

const tickMs = 1_000

/**
 * Card payments in small: what Stripe's API, its pay page and its webhooks are to the application, on one loopback address.
 * It is not Stripe, and knows no more of it than `docs/decisions/0013-card-payment-stand-in.md` says.
 */
export async function startPayments(options: PaymentsOptions): Promise<Payments> {
	assertNotProduction(process.env)
	assertNotProduction({ SAMVAER_ENV: options.environment })
	const { log, secretKey } = options
	const port = await freePort(options.port)
	const origin = `http://127.0.0.1:${port}`
	const store = await openStore(options.file)
	// Pages that are open since the last time are reached where we are now.
	for (const session of store.sessions) if (session.status === 'open') session.url = payPageOf(origin, session.id)
	const now = async () => Math.floor((await options.now()).getTime() / 1000)
	const faults = createFaultInjector()
	const sender = startSender({
		store,
		url: options.webhookUrl,
		secret: options.webhookSecret,
		...(options.backoffMs ? { backoffMs: options.backoffMs } : {}),
		log,
	})
	const tick = setInterval(() => {
		now()
			.then((at) => (expireDue(store, at) ? store.saved() : undefined))
			.catch((error: unknown) => log(`Expiry: ${String(error)}`))
	}, tickMs)

	const app = express()
	app.disable('x-powered-by')
	app.disable('etag')
	app.use('/v1', express.text({ type: () => true, limit: '1mb' }), (request, response, next) => {
		answerRequest({ store, faults, secretKey, origin, now }, request, response).catch(next)
	})
	app.use('/pay', payRouter({ store, origin, now }))
	app.use(controlRouter({ store, faults, sender, origin, now }))
	app.use(explainError(log))
	const server = app.listen(port, '127.0.0.1')
	await once(server, 'listening')
	return {
		url: `${origin}/`,
		port,
		stop: async () => {
			clearInterval(tick)
			await sender.stop()
			await new Promise<void>((done) => {
				server.close(() => done())
				server.closeAllConnections()
			})
			await store.saved()
		},
	}
}

async function answerRequest(options: ApiOptions, request: Request, response: Response): Promise<void> {
	const [path = '', query = ''] = request.originalUrl.split('?')
	const body: unknown = request.body
	const answer = await answerApi(options, {
		method: request.method,
		path,
		text: request.method === 'GET' ? query : typeof body === 'string' ? body : '',
		authorization: request.get('authorization'),
		contentType: request.get('content-type'),
		version: request.get('stripe-version'),
		key: request.get('idempotency-key'),
	})
	if (answer === null) return void request.socket.destroy()
	response.writeHead(answer.status, answer.headers).end(answer.body)
}

const explainError =
	(log: (line: string) => void): express.ErrorRequestHandler =>
	(error, _request, response, _next) => {
		const text = error instanceof Error ? error.message : String(error)
		log(`The payments: ${text}`)
		response.status(error instanceof ZodError ? 400 : 500).setHeader('content-security-policy', contentPolicy())
		response.send(page('Det gikk ikke', `<p>${escapeHtml(text)}</p>`))
	}
