import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Payments, PaymentsError } from '#app/integrations/payments.server.ts'
import { connectStripe } from '#app/integrations/stripe.server.ts'
import { type Desk, openDesk, secretKey, webhookSecret } from '../sandbox/stripe/payments.ts'

// Our client of Stripe, by its own SDK over HTTP, against the sandbox's stand-in.

let desk: Desk
let payments: Payments
let keys = 0
beforeAll(async () => {
	desk = await openDesk()
	payments = connectStripe({
		secretKey,
		webhookSecrets: ['whsec_ofbefore000000000000', webhookSecret],
		apiBase: new URL(desk.payments.url),
		live: false,
		checkoutOrigin: new URL(desk.payments.url).origin,
	})
})
afterAll(() => desk.stop())

function ask() {
	const reference = `REF${++keys}`
	const until = new Date(desk.clock.now.getTime() + 35 * 60_000)
	const pages = { doneUrl: 'http://localhost:3000/phone/T1', backUrl: 'http://localhost:3000/phone/T1' }
	return { id: `id-${keys}`, reference, ore: 20_000, until, language: 'nb' as const, ...pages }
}

async function paid() {
	const asked = ask()
	const { checkoutId } = await payments.openCheckout(asked)
	await desk.pay(checkoutId, { card: 'accepted' })
	return { checkoutId, asked, state: await payments.payment(checkoutId) }
}

describe('a page to pay on', () => {
	it('is opened once for one key, and refused for the same key with another amount', async () => {
		const asked = ask()
		const [one, two] = [await payments.openCheckout(asked), await payments.openCheckout(asked)]
		expect(two).toEqual(one)
		await expect(payments.openCheckout({ ...asked, ore: 30_000 })).rejects.toBeInstanceOf(PaymentsError)
	})

	it('tells where it stands, and is closed once', async () => {
		const asked = ask()
		const { checkoutId } = await payments.openCheckout(asked)
		const open = {
			checkoutId,
			reference: asked.reference,
			page: 'open',
			paid: false,
			ore: 20_000,
			currency: 'nok',
			live: false,
		}
		expect(await payments.payment(checkoutId)).toMatchObject(open)
		await payments.closeCheckout(checkoutId)
		await payments.closeCheckout(checkoutId)
		expect(await payments.payment(checkoutId)).toMatchObject({ page: 'closed', paid: false })
	})

	it('that was never there is refused for good', async () => {
		await expect(payments.payment('cs_test_nothing')).rejects.toMatchObject({ refused: true })
	})
})

describe('a payment', () => {
	it('is told with its charge, and found by its own name', async () => {
		const { checkoutId, state } = await paid()
		expect(state).toMatchObject({ page: 'done', paid: true, refunds: [], disputes: [] })
		expect(state.chargeId).toMatch(/^ch_/)
		expect(await payments.checkoutOf(state.paymentId ?? '')).toBe(checkoutId)
		expect(await payments.checkoutOf('pi_nothing')).toBeNull()
	})

	it('goes back once for one key, and no more than there is', async () => {
		const { checkoutId, state } = await paid()
		const back = { id: `r-${checkoutId}`, reference: 'BACK', paymentId: state.paymentId ?? '', ore: 5_000 }
		const [one, two] = [await payments.refund(back), await payments.refund(back)]
		expect(two.id).toBe(one.id)
		expect((await payments.payment(checkoutId)).refunds).toMatchObject([{ id: one.id, ore: 5_000, reference: 'BACK' }])
		await expect(payments.refund({ ...back, id: `more-${checkoutId}`, ore: 20_000 })).rejects.toMatchObject({
			refused: true,
		})
	})

	it('is told in events and in movements, the oldest first', async () => {
		const { checkoutId, state } = await paid()
		const since = new Date(desk.clock.now.getTime() - 3_600_000)
		const events = await payments.events(since)
		expect(events.filter(({ objectId }) => objectId === checkoutId).map(({ type }) => type)).toEqual([
			'checkout.session.completed',
		])
		const moved = (await payments.movements(since)).filter(({ sourceId }) => sourceId === state.chargeId)
		expect(moved).toMatchObject([{ kind: 'charge', ore: 20_000 }])
	})
})

it('a webhook of the stand-in is read by one of the secrets, and names its page', async () => {
	const { checkoutId } = await paid()
	await expect.poll(() => desk.received.some(({ body }) => body.includes(checkoutId))).toBe(true)
	const webhook = desk.received.find(
		({ body, type }) => type === 'checkout.session.completed' && body.includes(checkoutId),
	)
	const signedAt = Number(/t=(\d+)/.exec(webhook?.signature ?? '')?.[1]) * 1000
	const read = payments.readEvent(webhook?.body ?? '', webhook?.signature ?? '', new Date(signedAt))
	expect(read).toMatchObject({ type: 'checkout.session.completed', about: { checkoutId } })
	expect(payments.readEvent(webhook?.body ?? '', webhook?.signature ?? '', new Date(signedAt + 301_000))).toBeNull()
})
