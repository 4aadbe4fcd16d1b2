import { randomBytes } from 'node:crypto'
import Stripe from 'stripe'
import type {
	CheckoutParams,
	Movement,
	PaymentEvent,
	Payments,
	RefundParams,
} from '#app/integrations/payments.server.ts'
import { PaymentsError } from '#app/integrations/payments.server.ts'
import { readSignedEvent, type taken } from '#app/integrations/stripe-event.server.ts'
import { type Checkout, chargeOf, inFull, stateOf } from './checkout.ts'

export type EventType = (typeof taken)[number]

export interface Webhook {
	body: string
	signature: string
}

/**
 * Stripe in small, within the test's own process: it keeps what was paid, given back and disputed, refuses what Stripe refuses, and
 * signs its webhooks as Stripe does. What it is asked it answers truthfully, whatever was sent or got lost.
 */
export interface FakeStripe {
	payments: Payments
	/** Done to a payment at Stripe, by the payer, their bank, or in Stripe's console. Amounts are whole øre. */
	pay(checkoutId: string, otherwise?: Partial<Pick<Checkout, 'ore' | 'currency' | 'live' | 'reference'>>): void
	close(checkoutId: string): void
	refund(checkoutId: string, ore?: number): void
	failRefund(refundId: string): void
	dispute(checkoutId: string, ore?: number): void
	endDispute(checkoutId: string, end: 'won' | 'lost'): void
	/** An event about a payment, that Stripe remembers. */
	event(type: EventType, checkoutId: string): PaymentEvent
	/** The webhook that brings it; or that brings another body, signed as well. */
	webhook(event: PaymentEvent, signing?: { secret?: string; at?: Date; body?: string }): Webhook
	/** Called before each answer: throws in Stripe's stead. */
	mishaps: { before(call: string): void; after(call: string): void }
	/** What Stripe was asked to do, by name. */
	calls: string[]
	checkouts: ReadonlyMap<string, Checkout>
}

export const webhookSecret = 'whsec_0123456789abcdef0123'

export function createFakeStripe(secrets: readonly string[] = [webhookSecret]): FakeStripe {
	const stripe = new Stripe('sk_test_fake', { telemetry: false })
	const checkouts = new Map<string, Checkout>()
	const byKey = new Map<string, { asked: string; checkoutId: string }>()
	const events: PaymentEvent[] = []
	const movements: Movement[] = []
	const calls: string[] = []
	const mishaps: FakeStripe['mishaps'] = { before() {}, after() {} }

	async function answered<T>(call: string, answer: () => T): Promise<T> {
		calls.push(call)
		mishaps.before(call)
		const given = answer()
		mishaps.after(call)
		return given
	}

	function known(checkoutId: string): Checkout {
		const found = checkouts.get(checkoutId)
		if (!found) throw new PaymentsError('StripeInvalidRequestError resource_missing 404', true)
		return found
	}

	function move(kind: Movement['kind'], sourceId: string, ore: number): void {
		movements.push({ kind, sourceId, ore, at: new Date() })
	}

	function open(ask: CheckoutParams): { checkoutId: string; url: string } {
		const asked = JSON.stringify(ask)
		const before = byKey.get(ask.id)
		if (before && before.asked !== asked) throw new PaymentsError('StripeIdempotencyError 400', true)
		const checkoutId = before?.checkoutId ?? newId('cs_test')
		if (!before) {
			byKey.set(ask.id, { asked, checkoutId })
			const { reference, ore } = ask
			checkouts.set(checkoutId, {
				...{ checkoutId, reference, ore, agreedOre: ore, currency: 'nok', live: false, page: 'open' },
				...{ paymentId: null, refunds: [], disputes: [] },
			})
		}
		return { checkoutId, url: `https://checkout.stripe.test/${checkoutId}` }
	}

	const fake: FakeStripe = {
		mishaps,
		calls,
		checkouts,
		payments: {
			live: false,
			openCheckout: (ask) => answered('open', () => open(ask)),
			closeCheckout: (checkoutId) =>
				answered('close', () => {
					if (known(checkoutId).page === 'open') fake.close(checkoutId)
				}),
			payment: (checkoutId) => answered('payment', () => stateOf(known(checkoutId))),
			checkoutOf: (paymentId) =>
				answered('find', () => [...checkouts.values()].find((one) => one.paymentId === paymentId)?.checkoutId ?? null),
			refund: (ask) => answered('refund', () => createRefund(ask)),
			readEvent: (body, signature, machineNow) => readSignedEvent(stripe, secrets, { body, signature, machineNow }),
			events: (since) => answered('events', () => events.filter(({ createdAt }) => createdAt >= since)),
			movements: (since) => answered('movements', () => movements.filter(({ at }) => at >= since)),
		},
		pay(checkoutId, otherwise = {}) {
			const one = known(checkoutId)
			if (one.paymentId !== null) return
			Object.assign(one, otherwise, { page: 'done', paymentId: newId('pi') })
			move('charge', chargeOf(one), one.ore)
		},
		close(checkoutId) {
			const one = known(checkoutId)
			if (one.page === 'open') one.page = 'closed'
		},
		refund(checkoutId, ore) {
			fake.pay(checkoutId)
			const one = known(checkoutId)
			// Stripe gives nothing back of what the bank has taken back.
			const left = one.disputes.some(({ state }) => state !== 'won') ? 0 : inFull(one)
			const given = Math.min(ore ?? left, left)
			if (given > 0) addRefund(one, given, null)
		},
		failRefund(refundId) {
			for (const one of checkouts.values())
				for (const refund of one.refunds)
					if (refund.id === refundId && refund.state !== 'failed') {
						refund.state = 'failed'
						move('refund', refundId, refund.ore)
					}
		},
		dispute(checkoutId, ore) {
			fake.pay(checkoutId)
			const one = known(checkoutId)
			if (one.disputes.length > 0) return
			const id = newId('dp')
			const taken = ore ?? one.ore
			one.disputes.push({ id, ore: taken, state: 'open' })
			move('dispute', id, -taken)
		},
		endDispute(checkoutId, end) {
			for (const dispute of known(checkoutId).disputes.filter(({ state }) => state === 'open')) {
				dispute.state = end
				if (end === 'won') move('dispute', dispute.id, dispute.ore)
			}
		},
		event(type, checkoutId) {
			const event: PaymentEvent = {
				id: newId('evt'),
				type,
				// Stripe counts in whole seconds.
				createdAt: new Date(Math.floor(Date.now() / 1000) * 1000),
				...aboutOf(type, known(checkoutId)),
			}
			events.push(event)
			return event
		},
		webhook(event, { secret = secrets[0] ?? '', at = new Date(), body = bodyOf(event) } = {}) {
			const timestamp = Math.floor(at.getTime() / 1000)
			return { body, signature: stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp }) }
		},
	}
	return fake

	function createRefund({ id, reference, paymentId, ore }: RefundParams) {
		const one = [...checkouts.values()].find((checkout) => checkout.paymentId === paymentId)
		if (!one) throw new PaymentsError('StripeInvalidRequestError resource_missing 404', true)
		const before = one.refunds.find((refund) => refund.key === id)
		if (before) return before
		if (one.disputes.some(({ state }) => state !== 'won'))
			throw new PaymentsError('StripeInvalidRequestError charge_disputed 400', true)
		if (ore > inFull(one)) throw new PaymentsError('StripeInvalidRequestError charge_already_refunded 400', true)
		return addRefund(one, ore, { key: id, reference })
	}

	function addRefund(one: Checkout, ore: number, ours: { key: string; reference: string } | null) {
		const id = newId('re')
		const created = { id, ore, state: 'done' as const, key: ours?.key ?? null, reference: ours?.reference ?? null }
		one.refunds.push(created)
		move('refund', id, -ore)
		return created
	}
}

function newId(prefix: string): string {
	return `${prefix}_${randomBytes(12).toString('hex')}`
}

function aboutOf(type: EventType, one: Checkout): Pick<PaymentEvent, 'about' | 'objectId'> {
	if (type.startsWith('checkout.')) return { about: { checkoutId: one.checkoutId }, objectId: one.checkoutId }
	const about = one.paymentId === null ? null : { paymentId: one.paymentId }
	const dispute = one.disputes.at(-1)
	if (type.startsWith('charge.dispute.') && dispute) return { about, objectId: dispute.id }
	return { about, objectId: type === 'charge.refunded' ? chargeOf(one) : (one.refunds.at(-1)?.id ?? chargeOf(one)) }
}

/** What of an event the webhook brings: its name, and the name of what it is about. */
function bodyOf({ id, type, createdAt, about, objectId }: PaymentEvent): string {
	const payment = about && 'paymentId' in about ? { payment_intent: about.paymentId } : {}
	const object = { id: objectId, ...payment }
	return JSON.stringify({ id, object: 'event', type, created: createdAt.getTime() / 1000, data: { object } })
}
