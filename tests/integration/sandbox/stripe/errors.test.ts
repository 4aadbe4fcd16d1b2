import { createHash } from 'node:crypto'
import Stripe from 'stripe'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPayments } from '#sandbox/stripe/start.ts'
import { clientOf, type Desk, entry, openDesk, secretKey } from './payments.ts'

let desk: Desk

beforeAll(async () => {
	desk = await openDesk()
})

afterAll(() => desk.stop())

const create = (body: string, headers: Record<string, string> = {}) =>
	desk.raw('/v1/checkout/sessions', {
		method: 'POST',
		body,
		headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
	})

const form =
	'mode=payment&success_url=http%3A%2F%2Flocalhost%2Fok&line_items[0][quantity]=1&line_items[0][price_data][currency]=nok&line_items[0][price_data][unit_amount]=20000&line_items[0][price_data][product_data][name]=P%C3%A5fyll'

test('who has no key, or a wrong one, gets nothing', async () => {
	const nobody = await fetch(new URL('/v1/charges', desk.payments.url))
	expect(nobody.status).toBe(401)
	expect(await nobody.json()).toMatchObject({
		error: { type: 'invalid_request_error', message: expect.stringMatching(/did not provide/) },
	})
	const wrong = await desk.raw('/v1/charges', { key: 'sk_test_wrongwrong1234' })
	expect(wrong.status).toBe(401)
	const told = await wrong.text()
	expect(told).toContain('1234')
	expect(told).not.toContain('wrongwrong')
	const stranger = new Stripe('sk_test_wrongwrong1234', {
		host: '127.0.0.1',
		port: desk.payments.port,
		protocol: 'http',
		telemetry: false,
	})
	await expect(stranger.charges.list()).rejects.toMatchObject({ type: 'StripeAuthenticationError', statusCode: 401 })
	const basic = Buffer.from(`${secretKey}:`).toString('base64')
	const alsoGood = await desk.raw('/v1/charges', { headers: { authorization: `Basic ${basic}` } })
	expect(alsoGood.status).toBe(200)
})

test('an answer names its request and the version it speaks; another version is refused', async () => {
	const answer = await desk.raw('/v1/charges')
	expect(answer.headers.get('request-id')).toMatch(/^req_\w{14}$/)
	expect(answer.headers.get('stripe-version')).toBe(Stripe.API_VERSION)
	const old = await desk.raw('/v1/charges', { headers: { 'stripe-version': '2020-08-27' } })
	expect(old.status).toBe(400)
	expect(await old.text()).toContain('Invalid Stripe API version: 2020-08-27')
})

test('brackets in a body are parts and lists, whatever they are called', async () => {
	const answer = await create(`${form}&metadata[__proto__]=a&metadata[b]=c&expand[]=line_items`)
	expect(answer.status).toBe(200)
	const session: unknown = await answer.json()
	expect(session).toMatchObject({ amount_total: 20_000, line_items: { data: [{ description: 'Påfyll' }] } })
	expect(session).toMatchObject({ metadata: { b: 'c' } })
	expect(Object.getPrototypeOf({})).toBe(Object.prototype)
	for (const odd of ['a]=1', '[a]=1', 'mode[a]=1']) {
		const refused = await create(`${form}&${odd}`)
		expect(refused.status, odd).toBe(400)
	}
	const json = await create(JSON.stringify(entry()), { 'content-type': 'application/json' })
	expect(json.status).toBe(400)
})

test.each<[string, string, { code?: string; param?: string; message: RegExp }]>([
	[
		'an unknown one',
		'&colour=red',
		{ code: 'parameter_unknown', param: 'colour', message: /unknown parameter: colour/ },
	],
	[
		'an unknown one inside another',
		'&line_items[0][price_data][colour]=red',
		{ code: 'parameter_unknown', param: 'line_items[0][price_data][colour]', message: /unknown parameter/ },
	],
	[
		'a sum that is no whole number',
		'&line_items[0][price_data][unit_amount]=99.5',
		{
			code: 'parameter_invalid_integer',
			param: 'line_items[0][price_data][unit_amount]',
			message: /Invalid integer: 99.5/,
		},
	],
	['another currency', '&line_items[0][price_data][currency]=eur', { message: /nok/ }],
	['too little', '&line_items[0][price_data][unit_amount]=299', { code: 'amount_too_small', message: /3.00 kr/ }],
	['too much', '&line_items[0][price_data][unit_amount]=100000000', { code: 'amount_too_large', message: /999,999/ }],
	['too short a time', '&expires_at=1795602599', { param: 'expires_at', message: /30 minutes/ }],
	['too long a time', '&expires_at=1795687201', { param: 'expires_at', message: /24 hours/ }],
	['an address that is none', '&success_url=javascript:alert(1)', { param: 'success_url', message: /URL/ }],
	['another mode', '&mode=subscription', { param: 'mode', message: /payment/ }],
	['a property that cannot be put in', '&expand[]=customer', { param: 'expand[0]', message: /cannot be expanded/ }],
	['too deep a property', '&expand[]=a.b.c.d.e', { message: /more than 4 levels/ }],
])('a parameter that is wrong is named: %s', async (_what, extra, expected) => {
	const merged = new URLSearchParams(form)
	for (const [name, value] of new URLSearchParams(extra.slice(1))) merged.set(name, value)
	const answer = await create(merged.toString())
	expect(answer.status).toBe(400)
	const { message, ...rest } = expected
	expect(await answer.json()).toMatchObject({
		error: {
			type: 'invalid_request_error',
			message: expect.stringMatching(message),
			...rest,
			...(rest.code === undefined ? {} : { doc_url: expect.stringContaining('stripe.com/docs/error-codes/') }),
		},
	})
})

test('a missing parameter is named, and what does not exist is not found', async () => {
	const without = new URLSearchParams(form)
	without.delete('success_url')
	expect(await (await create(without.toString())).json()).toMatchObject({
		error: { code: 'parameter_missing', param: 'success_url', message: 'Missing required param: success_url.' },
	})
	const { stripe } = desk
	const lookups = [
		stripe.checkout.sessions.retrieve('cs_test_none'),
		stripe.paymentIntents.retrieve('pi_none'),
		stripe.charges.retrieve('ch_none'),
		stripe.refunds.retrieve('re_none'),
		stripe.refunds.create({ payment_intent: 'pi_none' }),
		stripe.disputes.retrieve('du_none'),
		stripe.disputes.close('du_none'),
		stripe.balanceTransactions.retrieve('txn_none'),
		stripe.events.retrieve('evt_none'),
		stripe.charges.list({ starting_after: 'ch_none' }),
	]
	for (const lookup of lookups)
		await expect(lookup).rejects.toMatchObject({
			type: 'StripeInvalidRequestError',
			statusCode: 404,
			code: 'resource_missing',
		})
	await expect(stripe.customers.list()).rejects.toMatchObject({
		statusCode: 404,
		message: expect.stringMatching(/Unrecognized request URL/),
	})
	await expect(stripe.charges.list({ limit: 101 })).rejects.toMatchObject({ param: 'limit' })
})

test('the same key gives the same answer; with other parameters it is refused', async () => {
	const { stripe } = desk
	const first = await stripe.checkout.sessions.create(entry(), { idempotencyKey: 'k1' })
	const second = await stripe.checkout.sessions.create(entry(), { idempotencyKey: 'k1' })
	expect(second).toEqual(first)
	expect(second.lastResponse.headers['idempotent-replayed']).toBe('true')
	expect(second.lastResponse.headers['original-request']).toBe(first.lastResponse.requestId)
	expect(second.lastResponse.requestId).not.toBe(first.lastResponse.requestId)
	await expect(stripe.checkout.sessions.create(entry(30_000), { idempotencyKey: 'k1' })).rejects.toMatchObject({
		type: 'StripeIdempotencyError',
		rawType: 'idempotency_error',
		statusCode: 400,
	})
	await expect(stripe.refunds.create({ payment_intent: 'pi_x' }, { idempotencyKey: 'k1' })).rejects.toMatchObject({
		type: 'StripeIdempotencyError',
	})
	const tooLong = createHash('sha512').update('x').digest('hex').repeat(2)
	await expect(stripe.checkout.sessions.create(entry(), { idempotencyKey: tooLong })).rejects.toThrow('255')
	expect((await stripe.checkout.sessions.list({ limit: 100 })).data.filter((one) => one.id === first.id)).toHaveLength(
		1,
	)
})

test('a key is kept for a day', async () => {
	const { stripe } = desk
	const first = await stripe.checkout.sessions.create(entry(), { idempotencyKey: 'k-day' })
	const start = desk.clock.now
	desk.clock.now = new Date(start.getTime() + 86_399_000)
	expect((await stripe.checkout.sessions.create(entry(), { idempotencyKey: 'k-day' })).id).toBe(first.id)
	desk.clock.now = new Date(start.getTime() + 86_400_000)
	expect((await stripe.checkout.sessions.create(entry(), { idempotencyKey: 'k-day' })).id).not.toBe(first.id)
	desk.clock.now = start
})

test('a wrong parameter is no use of a key, a refusal of the use case is', async () => {
	const { stripe } = desk
	const options = { idempotencyKey: 'k-wrong' }
	await expect(stripe.checkout.sessions.create({ ...entry(), expires_at: 1 }, options)).rejects.toThrow('expires_at')
	await stripe.checkout.sessions.create(entry(), options)
	const session = await stripe.checkout.sessions.create(entry())
	await desk.pay(session.id, { card: 'accepted' })
	const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(session.id)
	const ask = { payment_intent: String(intent), amount: 5_000 }
	await desk.control('dispute', { payment_intent: String(intent) })
	const refused = { code: 'charge_disputed' }
	await expect(stripe.refunds.create(ask, { idempotencyKey: 'k-refused' })).rejects.toMatchObject(refused)
	await expect(stripe.refunds.create(ask, { idempotencyKey: 'k-refused' })).rejects.toMatchObject({
		...refused,
		headers: { 'idempotent-replayed': 'true' },
	})
})

test('a second request with a key whose first is on its way is told to come back', async () => {
	await desk.control('fault', { kind: 'slow', ms: '400', on: 'POST /v1/checkout' })
	const ask = () => create(form, { 'idempotency-key': 'k-busy' })
	const [one, two] = await Promise.all([ask(), ask()])
	expect([one.status, two.status].sort()).toEqual([200, 409])
	const busy = one.status === 409 ? one : two
	expect(await busy.json()).toMatchObject({ error: { type: 'idempotency_error', code: 'idempotency_key_in_use' } })
	const created: { id: string } = await (one.status === 200 ? one : two).json()
	const again: { id: string } = await (await ask()).json()
	expect(again.id).toBe(created.id)
})

test('a 500 is kept under its key, whether the use case was done or not', async () => {
	const count = async () => (await desk.stripe.checkout.sessions.list({ limit: 100 })).data.length
	for (const [kind, created] of [
		['fails-before', 0],
		['fails-after', 1],
	] as const) {
		const before = await count()
		await desk.control('fault', { kind, times: '1', on: 'POST /v1/checkout' })
		const options = { idempotencyKey: `k-${kind}` }
		await expect(desk.stripe.checkout.sessions.create(entry(), options)).rejects.toMatchObject({
			type: 'StripeAPIError',
		})
		await expect(desk.stripe.checkout.sessions.create(entry(), options)).rejects.toMatchObject({
			statusCode: 500,
			headers: { 'idempotent-replayed': 'true' },
		})
		expect((await count()) - before).toBe(created)
	}
})

test('a lost answer, tried again by the SDK with the same key, does the use case once', async () => {
	const patient = clientOf(desk.payments.port, { maxNetworkRetries: 2 })
	const count = async () => (await desk.stripe.checkout.sessions.list({ limit: 100 })).data.length
	for (const kind of ['answer-lost', 'down']) {
		const before = await count()
		await desk.control('fault', { kind, times: '1', on: 'POST /v1/checkout' })
		const created = await patient.checkout.sessions.create(entry(), { idempotencyKey: `k-${kind}` })
		expect(created.status).toBe('open')
		expect((await count()) - before).toBe(1)
	}
})

test('while it is down, or asked too much, it says so as Stripe does', async () => {
	await desk.control('fault', { kind: 'down', times: '' })
	await expect(desk.stripe.charges.list()).rejects.toMatchObject({ type: 'StripeConnectionError' })
	await desk.control('no-faults')
	await desk.control('fault', { kind: 'too-many', times: '1' })
	await expect(desk.stripe.charges.list()).rejects.toMatchObject({ type: 'StripeRateLimitError', statusCode: 429 })
	expect((await desk.stripe.charges.list()).object).toBe('list')
})

test('it does not start where production is meant', async () => {
	const before = process.env.SAMVAER_ENV
	process.env.SAMVAER_ENV = 'production'
	try {
		await expect(
			startPayments({
				environment: 'test',
				file: '/nowhere/payments.json',
				secretKey,
				webhookSecret: 'whsec_x',
				webhookUrl: 'http://127.0.0.1:1/',
				now: async () => new Date(),
				log: () => {},
			}),
		).rejects.toThrow('SAMVAER_ENV=production')
	} finally {
		if (before === undefined) delete process.env.SAMVAER_ENV
		else process.env.SAMVAER_ENV = before
	}
})
