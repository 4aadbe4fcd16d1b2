import { once } from 'node:events'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Stripe from 'stripe'
import { type Payments, startPayments } from '#sandbox/stripe/start.ts'

export const secretKey = 'sk_test_provesamvaer0001'
export const webhookSecret = 'whsec_provesamvaer0001'

/** A webhook as it came in: the raw body, and what it was signed with. */
export interface Received {
	body: string
	signature: string
	type: string
	id: string
}

export interface Desk {
	payments: Payments
	stripe: Stripe
	/** Webhooks as they came, in their order. */
	received: Received[]
	/** What the merchant answers to webhooks from now on: a status for each in turn, then 200. */
	answers: number[]
	/** The time in the stand-in; moved by the tests. */
	clock: { now: Date }
	merchant: string
	control: (run: string, form?: Record<string, string>) => Promise<{ status: number; told: unknown }>
	pay: (id: string, form: Record<string, string>) => Promise<Response>
	raw: (path: string, options?: RequestInit & { key?: string }) => Promise<Response>
	/** Stops the stand-in and starts it again on its file. */
	restart: () => Promise<void>
	stop: () => Promise<void>
}

/** The stand-in with the SDK, a merchant that takes webhooks, and a clock. */
export async function openDesk(): Promise<Desk> {
	const folder = await mkdtemp(join(await realpath(tmpdir()), 'samvaer-payments-'))
	const received: Received[] = []
	const answers: number[] = []
	const shop = createServer((request, response) => {
		let body = ''
		request.on('data', (chunk: Buffer) => {
			body += chunk.toString('utf8')
		})
		request.on('end', () => {
			const event: { id: string; type: string } = JSON.parse(body)
			received.push({ body, signature: String(request.headers['stripe-signature']), type: event.type, id: event.id })
			response.writeHead(answers.shift() ?? 200).end()
		})
	})
	shop.listen(0, '127.0.0.1')
	await once(shop, 'listening')
	const address = shop.address()
	const merchant = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
	const clock = { now: new Date('2026-11-25T10:00:00Z') }
	const start = (port?: number) =>
		startPayments({
			environment: 'test',
			file: join(folder, 'payments.json'),
			secretKey,
			webhookSecret,
			webhookUrl: `${merchant}/webhooks/stripe`,
			now: async () => clock.now,
			backoffMs: [1, 1, 1],
			log: () => {},
			...(port === undefined ? {} : { port }),
		})
	const desk: Desk = {
		payments: await start(),
		stripe: new Stripe(secretKey, { telemetry: false }),
		received,
		answers,
		clock,
		merchant,
		control: async (run, form = {}) => {
			const answer = await fetch(`${desk.payments.url}control/${run}`, {
				method: 'POST',
				headers: { accept: 'application/json' },
				body: new URLSearchParams(form),
			})
			return { status: answer.status, told: await answer.json() }
		},
		pay: (id, form) =>
			fetch(`${desk.payments.url}pay/${id}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) }),
		raw: (path, { key = secretKey, headers, ...rest } = {}) =>
			fetch(new URL(path, desk.payments.url), {
				...rest,
				headers: { authorization: `Bearer ${key}`, ...Object.fromEntries(new Headers(headers)) },
			}),
		restart: async () => {
			await desk.payments.stop()
			desk.payments = await start(desk.payments.port)
		},
		stop: async () => {
			await desk.payments.stop()
			shop.close()
			shop.closeAllConnections()
			await rm(folder, { recursive: true })
		},
	}
	desk.stripe = clientOf(desk.payments.port)
	return desk
}

/** The SDK as the service has it, pointed at the stand-in. */
export function clientOf(port: number, options: { maxNetworkRetries?: number } = {}): Stripe {
	return new Stripe(secretKey, {
		host: '127.0.0.1',
		port,
		protocol: 'http',
		telemetry: false,
		maxNetworkRetries: 0,
		...options,
	})
}

/** What a top-up asks for. */
export function entry(ore = 20_000): Stripe.Checkout.SessionCreateParams {
	return {
		mode: 'payment',
		line_items: [
			{
				quantity: 1,
				price_data: { currency: 'nok', unit_amount: ore, product_data: { name: 'Påfyll av samtaler' } },
			},
		],
		success_url: 'http://localhost:3000/phone/T1?s={CHECKOUT_SESSION_ID}',
		cancel_url: 'http://localhost:3000/phone/new',
		client_reference_id: 'T1',
		metadata: { topUp: 'T1' },
		payment_intent_data: { description: 'Samvær', metadata: { topUp: 'T1' } },
		locale: 'nb',
	}
}
