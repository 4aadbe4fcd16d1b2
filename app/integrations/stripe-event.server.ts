import type Stripe from 'stripe'
import type { PaymentEvent } from './payments.server.ts'

/** What Stripe is asked to tell us of. Anything else that comes is written down and left at that. */
export const taken = [
	'checkout.session.completed',
	'checkout.session.async_payment_succeeded',
	'checkout.session.async_payment_failed',
	'checkout.session.expired',
	'charge.refunded',
	'charge.refund.updated',
	'refund.created',
	'refund.updated',
	'refund.failed',
	'charge.dispute.created',
	'charge.dispute.updated',
	'charge.dispute.funds_withdrawn',
	'charge.dispute.funds_reinstated',
	'charge.dispute.closed',
] as const

/** Seconds that a webhook may be older or younger than this machine's clock. The SDK itself lets the future pass. */
const toleranceSeconds = 300

/** The event of a webhook that one of the secrets signed just now; null for any other. */
export function readSignedEvent(
	stripe: Stripe,
	secrets: readonly string[],
	given: { body: string; signature: string; machineNow: Date },
): PaymentEvent | null {
	const seconds = Math.floor(given.machineNow.getTime() / 1000)
	const signedAt = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(given.signature)?.[1])
	if (!(Math.abs(seconds - signedAt) <= toleranceSeconds)) return null
	for (const secret of secrets) {
		try {
			const event = stripe.webhooks.constructEvent(
				given.body,
				given.signature,
				secret,
				toleranceSeconds,
				undefined,
				given.machineNow.getTime(),
			)
			return parseEvent(event)
		} catch {
			// Another secret may have signed it: while they are changed, two are in use.
		}
	}
	return null
}

export function parseEvent(event: Stripe.Event): PaymentEvent {
	const { id, type, created } = event
	return { id, type, createdAt: new Date(created * 1000), ...subjectOf(event) }
}

function subjectOf(event: Stripe.Event): Pick<PaymentEvent, 'about' | 'objectId'> {
	switch (event.type) {
		case 'checkout.session.completed':
		case 'checkout.session.async_payment_succeeded':
		case 'checkout.session.async_payment_failed':
		case 'checkout.session.expired': {
			const { id } = event.data.object
			return { about: { checkoutId: id }, objectId: id }
		}
		case 'charge.refunded':
		case 'charge.refund.updated':
		case 'refund.created':
		case 'refund.updated':
		case 'refund.failed':
		case 'charge.dispute.created':
		case 'charge.dispute.updated':
		case 'charge.dispute.funds_withdrawn':
		case 'charge.dispute.funds_reinstated':
		case 'charge.dispute.closed': {
			const { id, payment_intent } = event.data.object
			const paymentId = typeof payment_intent === 'string' ? payment_intent : payment_intent?.id
			return { about: paymentId === undefined ? null : { paymentId }, objectId: id }
		}
		default:
			return { about: null, objectId: null }
	}
}
