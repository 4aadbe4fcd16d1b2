import Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Desk, entry, openDesk, webhookSecret } from './payments.ts'

let desk: Desk

beforeAll(async () => {
	desk = await openDesk()
})

afterAll(() => desk.stop())

beforeEach(async () => {
	await desk.control('settled')
	desk.received.length = 0
	desk.clock.now = new Date('2026-11-25T10:00:00Z')
})

async function paid(ore = 20_000) {
	const session = await desk.stripe.checkout.sessions.create(entry(ore))
	await desk.pay(session.id, { card: 'accepted' })
	const whole = await desk.stripe.checkout.sessions.retrieve(session.id, {
		expand: ['payment_intent.latest_charge.balance_transaction', 'line_items'],
	})
	const intent = whole.payment_intent
	if (typeof intent !== 'object' || intent === null) throw new Error('The payment is not whole')
	const charge = intent.latest_charge
	if (typeof charge !== 'object' || charge === null) throw new Error('The charge is not whole')
	return { session: whole, intent, charge }
}

test('a session is made, read, listed and paid, with all that hangs on it', async () => {
	const created = await desk.stripe.checkout.sessions.create(entry())
	expect(created).toMatchObject({
		object: 'checkout.session',
		amount_total: 20_000,
		currency: 'nok',
		client_reference_id: 'T1',
		livemode: false,
		metadata: { topUp: 'T1' },
		payment_intent: null,
		payment_status: 'unpaid',
		status: 'open',
		url: `${desk.payments.url}pay/${created.id}`,
	})
	expect(created.expires_at).toBe(created.created + 24 * 3600)
	expect(created.lastResponse.requestId).toMatch(/^req_/)
	const answer = await desk.pay(created.id, { card: 'accepted' })
	expect(answer.status).toBe(303)
	expect(answer.headers.get('location')).toBe(`http://localhost:3000/phone/T1?s=${created.id}`)
	const whole = await desk.stripe.checkout.sessions.retrieve(created.id, {
		expand: ['payment_intent.latest_charge.balance_transaction', 'line_items'],
	})
	expect(whole).toMatchObject({
		payment_status: 'paid',
		status: 'complete',
		url: null,
		line_items: { object: 'list', data: [{ amount_total: 20_000, description: 'Påfyll av samtaler' }] },
		payment_intent: {
			object: 'payment_intent',
			amount_received: 20_000,
			description: 'Samvær',
			metadata: { topUp: 'T1' },
			status: 'succeeded',
			latest_charge: {
				object: 'charge',
				paid: true,
				captured: true,
				metadata: { topUp: 'T1' },
				balance_transaction: { object: 'balance_transaction', amount: 20_000, fee: 680, net: 19_320, type: 'charge' },
			},
		},
	})
	// What the SDK makes of the text on the wire.
	expect(String(whole.line_items?.data[0]?.price?.unit_amount_decimal)).toBe('20000')
	const lines = await desk.stripe.checkout.sessions.listLineItems(created.id)
	expect(lines.data.map((one) => one.amount_total)).toEqual([20_000])
})

test('each thing can be read by its name, and found in its list', async () => {
	const { charge, intent, session } = await paid()
	const { stripe } = desk
	expect((await stripe.paymentIntents.retrieve(intent.id)).latest_charge).toBe(charge.id)
	expect((await stripe.charges.retrieve(charge.id, { expand: ['refunds'] })).refunds?.data).toEqual([])
	const [movement] = (await stripe.balanceTransactions.list({ source: charge.id, type: 'charge' })).data
	expect(movement?.amount).toBe(20_000)
	expect((await stripe.balanceTransactions.retrieve(movement?.id ?? '', { expand: ['source'] })).source).toMatchObject({
		id: charge.id,
	})
	expect((await stripe.paymentIntents.list({ limit: 1 })).data[0]?.id).toBe(intent.id)
	expect((await stripe.charges.list({ payment_intent: intent.id })).data.map((one) => one.id)).toEqual([charge.id])
	const found = await stripe.checkout.sessions.list({ payment_intent: intent.id, status: 'complete' })
	expect(found.data.map((one) => one.id)).toEqual([session.id])
	const [event] = (await stripe.events.list({ type: 'checkout.session.completed', limit: 1 })).data
	expect(event?.data.object).toMatchObject({ id: session.id })
	expect(await stripe.events.retrieve(event?.id ?? '')).toMatchObject({
		id: event?.id,
		api_version: Stripe.API_VERSION,
	})
	const types = ['charge.succeeded', 'checkout.session.async_payment_failed']
	expect((await stripe.events.list({ types, limit: 1 })).data[0]?.type).toBe('charge.succeeded')
	expect((await stripe.events.list({ type: 'charge.*', limit: 1 })).data[0]?.type).toBe('charge.succeeded')
})

test('what happened is told in signed webhooks that the SDK takes', async () => {
	await paid()
	await desk.control('settled')
	expect(desk.received.map((one) => one.type)).toEqual([
		'payment_intent.created',
		'charge.succeeded',
		'payment_intent.succeeded',
		'checkout.session.completed',
	])
	for (const { body, signature } of desk.received) {
		const event = desk.stripe.webhooks.constructEvent(body, signature, webhookSecret, 300)
		expect(event.livemode).toBe(false)
		expect(() => desk.stripe.webhooks.constructEvent(`${body} `, signature, webhookSecret, 300)).toThrow(/signature/)
		expect(() => desk.stripe.webhooks.constructEvent(body, signature, 'whsec_other', 300)).toThrow(/signature/)
	}
})

test('lists are paged both ways, and the SDK walks through all of them', async () => {
	const before = Math.floor(desk.clock.now.getTime() / 1000) + 1_000
	desk.clock.now = new Date(before * 1000)
	const ids: string[] = []
	for (let i = 0; i < 5; i++) ids.unshift((await desk.stripe.checkout.sessions.create(entry(10_000 + i))).id)
	const created = { gte: before }
	const first = await desk.stripe.checkout.sessions.list({ created, limit: 2 })
	expect(first.data.map((one) => one.id)).toEqual(ids.slice(0, 2))
	expect(first.has_more).toBe(true)
	const second = await desk.stripe.checkout.sessions.list({ created, limit: 3, starting_after: ids[1] ?? '' })
	expect(second.data.map((one) => one.id)).toEqual(ids.slice(2))
	expect(second.has_more).toBe(false)
	const back = await desk.stripe.checkout.sessions.list({ created, limit: 2, ending_before: ids[3] ?? '' })
	expect(back.data.map((one) => one.id)).toEqual(ids.slice(1, 3))
	expect(back.has_more).toBe(true)
	const walked: string[] = []
	for await (const one of desk.stripe.checkout.sessions.list({ created, limit: 2 })) walked.push(one.id)
	expect(walked).toEqual(ids)
	expect((await desk.stripe.checkout.sessions.list({ created: { lt: before }, limit: 100 })).data).not.toContainEqual(
		expect.objectContaining({ id: ids[0] }),
	)
})

test('a session can be closed, and runs out on the clock it was given', async () => {
	const { stripe } = desk
	const closed = await stripe.checkout.sessions.create(entry())
	expect(await stripe.checkout.sessions.expire(closed.id)).toMatchObject({ status: 'expired', url: null })
	await expect(stripe.checkout.sessions.expire(closed.id)).rejects.toThrow('status of expired')
	const at = Math.floor(desk.clock.now.getTime() / 1000)
	const short = await stripe.checkout.sessions.create({ ...entry(), expires_at: at + 1_800 })
	desk.clock.now = new Date((at + 1_799) * 1000)
	expect((await stripe.checkout.sessions.retrieve(short.id)).status).toBe('open')
	desk.clock.now = new Date((at + 1_800) * 1000)
	expect((await stripe.checkout.sessions.retrieve(short.id)).status).toBe('expired')
	await desk.control('settled')
	expect(desk.received.map((one) => one.type)).toEqual(['checkout.session.expired', 'checkout.session.expired'])
	expect((await desk.pay(short.id, { card: 'accepted' })).status).toBe(410)
})

test('a payment is given back in parts, up to what was paid, and no further', async () => {
	const { charge, intent } = await paid()
	const { stripe } = desk
	const part = await stripe.refunds.create({
		payment_intent: intent.id,
		amount: 5_000,
		reason: 'requested_by_customer',
		metadata: { refund: 'R1' },
	})
	expect(part).toMatchObject({ amount: 5_000, status: 'succeeded', charge: charge.id, metadata: { refund: 'R1' } })
	expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ amount_refunded: 5_000, refunded: false })
	await expect(stripe.refunds.create({ payment_intent: intent.id, amount: 15_001 })).rejects.toMatchObject({
		type: 'StripeInvalidRequestError',
		param: 'amount',
	})
	const rest = await stripe.refunds.create({ charge: charge.id, expand: ['balance_transaction'] })
	expect(rest).toMatchObject({ amount: 15_000, balance_transaction: { amount: -15_000, net: -15_000, type: 'refund' } })
	expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ amount_refunded: 20_000, refunded: true })
	await expect(stripe.refunds.create({ charge: charge.id })).rejects.toMatchObject({ code: 'charge_already_refunded' })
	expect((await stripe.refunds.list({ payment_intent: intent.id })).data.map((one) => one.amount)).toEqual([
		15_000, 5_000,
	])
	expect((await stripe.refunds.update(part.id, { metadata: { refund: '', seen: 'yes' } })).metadata).toEqual({
		seen: 'yes',
	})
	expect((await stripe.refunds.retrieve(part.id)).amount).toBe(5_000)
})

test('a refund may wait, go through, or come back, also after it went through', async () => {
	const { stripe } = desk
	const { charge, intent } = await paid()
	await desk.control('refunds-wait', { wait: 'yes' })
	const first = await stripe.refunds.create({ payment_intent: intent.id, amount: 8_000 })
	const second = await stripe.refunds.create({ payment_intent: intent.id, amount: 2_000 })
	await desk.control('refunds-wait')
	expect(first).toMatchObject({ status: 'pending', pending_reason: 'processing' })
	await desk.control('settled')
	desk.received.length = 0
	expect((await desk.control('refund', { id: first.id, outcome: 'succeeded' })).status).toBe(200)
	expect((await desk.control('refund', { id: second.id, outcome: 'failed' })).status).toBe(200)
	expect((await desk.control('refund', { id: second.id, outcome: 'failed' })).status).toBe(400)
	expect((await stripe.refunds.retrieve(first.id)).status).toBe('succeeded')
	const failed = await stripe.refunds.retrieve(second.id, { expand: ['failure_balance_transaction'] })
	expect(failed).toMatchObject({
		status: 'failed',
		failure_reason: 'expired_or_canceled_card',
		failure_balance_transaction: { amount: 2_000, type: 'refund_failure' },
	})
	expect((await stripe.charges.retrieve(charge.id)).amount_refunded).toBe(8_000)
	await desk.control('refund', { id: first.id, outcome: 'failed' })
	expect((await stripe.charges.retrieve(charge.id)).amount_refunded).toBe(0)
	await desk.control('settled')
	expect(desk.received.map((one) => one.type)).toEqual([
		'charge.refund.updated',
		'refund.updated',
		'charge.refund.updated',
		'refund.updated',
		'refund.failed',
		'charge.refund.updated',
		'refund.updated',
		'refund.failed',
	])
})

test('a dispute takes the money at once; won, it comes back without the fee', async () => {
	const { stripe } = desk
	const { charge, intent } = await paid()
	await stripe.refunds.create({ charge: charge.id, amount: 4_000 })
	await desk.control('settled')
	desk.received.length = 0
	expect((await desk.control('dispute', { payment_intent: intent.id })).status).toBe(200)
	expect((await desk.control('dispute', { payment_intent: intent.id })).status).toBe(400)
	const [dispute] = (await stripe.disputes.list({ charge: charge.id })).data
	expect(dispute).toMatchObject({
		amount: 16_000,
		reason: 'fraudulent',
		status: 'needs_response',
		balance_transactions: [{ amount: -16_000, fee: 15_000, net: -31_000, type: 'adjustment' }],
	})
	await expect(stripe.refunds.create({ charge: charge.id })).rejects.toMatchObject({ code: 'charge_disputed' })
	const id = dispute?.id ?? ''
	const sent = await stripe.disputes.update(id, {
		evidence: { uncategorized_text: 'Påfyllet ble brukt' },
		submit: true,
	})
	expect(sent).toMatchObject({ status: 'under_review', evidence: { uncategorized_text: 'Påfyllet ble brukt' } })
	await desk.control('dispute-ends', { id, outcome: 'won' })
	expect(await stripe.disputes.retrieve(id, { expand: ['charge', 'payment_intent'] })).toMatchObject({
		status: 'won',
		charge: { disputed: true },
		payment_intent: { id: intent.id },
		balance_transactions: [{ net: -31_000 }, { amount: 16_000, fee: 0, net: 16_000 }],
	})
	await desk.control('settled')
	expect(desk.received.map((one) => one.type)).toEqual([
		'charge.dispute.created',
		'charge.dispute.funds_withdrawn',
		'charge.dispute.updated',
		'charge.dispute.funds_reinstated',
		'charge.dispute.closed',
	])
})

test('a dispute is lost by the bank, or by giving in', async () => {
	const { stripe } = desk
	for (const end of ['bank', 'we']) {
		const { charge } = await paid()
		await desk.control('dispute', { charge: charge.id, reason: 'duplicate' })
		const [dispute] = (await stripe.disputes.list({ charge: charge.id })).data
		const id = dispute?.id ?? ''
		if (end === 'we') await stripe.disputes.close(id)
		else await desk.control('dispute-ends', { id, outcome: 'lost' })
		expect(await stripe.disputes.retrieve(id)).toMatchObject({ status: 'lost', reason: 'duplicate' })
		await expect(stripe.disputes.close(id)).rejects.toThrow('already closed')
	}
})

test('what the balance says adds up to what happened', async () => {
	const sum = async () => {
		let total = 0
		for await (const one of desk.stripe.balanceTransactions.list({ limit: 100 })) total += one.amount
		return total
	}
	const before = await sum()
	const { charge } = await paid(30_000)
	await desk.stripe.refunds.create({ charge: charge.id, amount: 10_000 })
	await desk.control('dispute', { charge: charge.id })
	expect((await sum()) - before).toBe(0)
})

test('a restart forgets nothing: payments, keys and open pages', async () => {
	const { charge } = await paid()
	const open = await desk.stripe.checkout.sessions.create(entry(), { idempotencyKey: 'before-restart' })
	const events = (await desk.stripe.events.list({ limit: 100 })).data.map((one) => one.id)
	await desk.control('settled')
	await desk.restart()
	expect((await desk.stripe.charges.retrieve(charge.id)).amount).toBe(20_000)
	expect((await desk.stripe.events.list({ limit: 100 })).data.map((one) => one.id)).toEqual(events)
	const again = await desk.stripe.checkout.sessions.create(entry(), { idempotencyKey: 'before-restart' })
	expect(again.id).toBe(open.id)
	expect((await desk.pay(open.id, { card: 'accepted' })).status).toBe(303)
	await desk.control('settled')
	expect(desk.received.at(-1)?.type).toBe('checkout.session.completed')
})
