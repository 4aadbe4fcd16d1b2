import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Desk, entry, openDesk } from './payments.ts'

let desk: Desk

beforeAll(async () => {
	desk = await openDesk()
})

afterAll(() => desk.stop())

beforeEach(async () => {
	await desk.control('delivery')
	await desk.control('settled')
	desk.received.length = 0
	desk.answers.length = 0
})

/** Pays so many times; each makes four events. */
async function pay(times = 1): Promise<void> {
	for (let i = 0; i < times; i++) {
		const session = await desk.stripe.checkout.sessions.create(entry())
		await desk.pay(session.id, { card: 'accepted' })
	}
}

const types = () => desk.received.map((one) => one.type)
const inOrder = ['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded', 'checkout.session.completed']

test('what is not taken is sent again, the same event, until it is', async () => {
	desk.answers.push(500, 503, 302)
	await pay()
	await desk.control('settled')
	expect(desk.received).toHaveLength(7)
	expect(new Set(desk.received.map((one) => one.id)).size).toBe(4)
	expect([...new Set(types())].sort()).toEqual([...inOrder].sort())
	const delivered = await desk.stripe.events.list({ delivery_success: true, limit: 4 })
	expect(delivered.data.every((one) => one.pending_webhooks === 0)).toBe(true)
})

test('an event that is never taken is given up in the end, and can be sent by hand', async () => {
	await desk.control('delivery', { hold: 'yes' })
	await pay()
	desk.answers.push(500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500)
	await desk.control('delivery')
	await desk.control('settled')
	expect(desk.received).toHaveLength(16)
	const [last] = (await desk.stripe.events.list({ limit: 1 })).data
	expect(last?.pending_webhooks).toBe(1)
	expect((await desk.control('resend', { event: last?.id ?? '' })).status).toBe(200)
	expect((await desk.control('resend', { event: 'evt_none' })).status).toBe(400)
	await desk.control('settled')
	expect(desk.received.at(-1)?.id).toBe(last?.id)
	expect((await desk.stripe.events.retrieve(last?.id ?? '')).pending_webhooks).toBe(0)
})

test('each comes as often as is asked for', async () => {
	await desk.control('delivery', { copies: '3' })
	await pay()
	await desk.control('settled')
	expect(types().sort()).toEqual([...inOrder, ...inOrder, ...inOrder].sort())
	expect(new Set(desk.received.map((one) => one.id)).size).toBe(4)
})

test('held back, none comes until they are let go', async () => {
	await desk.control('delivery', { hold: 'yes' })
	await pay()
	await desk.control('settled')
	expect(types()).toEqual([])
	await desk.control('release')
	await desk.control('settled')
	expect(types()).toEqual(inOrder)
})

test('let go in an order of chance, they come in another one, the same for the same seed', async () => {
	const orderWith = async (seed: string) => {
		await desk.control('delivery', { hold: 'yes', shuffle: 'yes', seed })
		await pay(3)
		desk.received.length = 0
		await desk.control('release')
		await desk.control('settled')
		return types()
	}
	const first = await orderWith('7')
	expect(first).toHaveLength(12)
	expect(first).not.toEqual([...inOrder, ...inOrder, ...inOrder])
	expect(await orderWith('7')).toEqual(first)
	expect(await orderWith('8')).not.toEqual(first)
})

test('shuffled without being held, they come late, all of them, and out of order', async () => {
	await desk.control('delivery', { shuffle: 'yes', delayMs: '200', seed: '3' })
	await pay(3)
	await desk.control('settled')
	expect(types().sort()).toEqual([...inOrder, ...inOrder, ...inOrder].sort())
	const created = (await desk.stripe.events.list({ limit: 12 })).data.map((one) => one.id).reverse()
	expect(desk.received.map((one) => one.id)).not.toEqual(created)
})

test('some are lost for good, as many as chance says, and the API still knows of them', async () => {
	await desk.control('delivery', { dropPercent: '30', seed: '11' })
	await pay(10)
	await desk.control('settled')
	expect(desk.received.length).toBeGreaterThan(15)
	expect(desk.received.length).toBeLessThan(38)
	const known = (await desk.stripe.events.list({ limit: 40 })).data
	expect(known).toHaveLength(40)
	expect(known.filter((one) => one.pending_webhooks === 1)).toHaveLength(40 - desk.received.length)
	await desk.control('delivery', { dropPercent: '100' })
	desk.received.length = 0
	await pay()
	await desk.control('settled')
	expect(types()).toEqual([])
})

test('what was held when it stopped is let go after it starts again', async () => {
	await desk.control('delivery', { hold: 'yes' })
	await pay()
	await desk.restart()
	await desk.control('settled')
	expect(types()).toEqual([])
	await desk.control('delivery')
	await desk.control('settled')
	expect(types()).toEqual(inOrder)
})

test('delivery that cannot be is refused, and a page elsewhere changes nothing', async () => {
	expect(await desk.control('delivery', { copies: '0' })).toMatchObject({
		status: 400,
		told: { error: expect.stringMatching(/Skriv tall/) },
	})
	expect((await desk.control('delivery', { dropPercent: 'x' })).status).toBe(400)
	expect((await desk.control('fault', { kind: 'flood' })).status).toBe(400)
	const foreign = await fetch(`${desk.payments.url}control/delivery`, {
		method: 'POST',
		headers: { origin: 'http://elsewhere.example', accept: 'application/json' },
		body: new URLSearchParams({ dropPercent: '100' }),
	})
	expect(foreign.status).toBe(403)
	expect((await desk.control('nothing').catch(() => ({ status: 404 }))).status).toBe(404)
	const state = await fetch(desk.payments.url, { headers: { accept: 'application/json' } })
	expect(await state.json()).toMatchObject({ delivery: { copies: 1, dropPercent: 0 } })
})
