import Stripe from 'stripe'
import type { StripeConfig } from '../config.server.ts'
import type { Movement, PaymentEvent, Payments } from './payments.server.ts'
import { translateStripeErrors } from './stripe-errors.server.ts'
import { parseEvent, readSignedEvent, taken } from './stripe-event.server.ts'
import { closePage, paymentState, refundReported } from './stripe-payment.server.ts'

/** No list of ours is longer than this in a day; more is a fault and is said. */
const most = 100_000

/** Stripe by its own SDK. Every call is bounded, and tried again twice with the same key. */
export function connectStripe(settings: StripeConfig): Payments {
	const stripe = new Stripe(settings.secretKey, {
		maxNetworkRetries: 2,
		timeout: 10_000,
		telemetry: false,
		...addressOf(settings.apiBase),
	})
	return {
		live: settings.live,
		openCheckout: (ask) =>
			translateStripeErrors(async () => {
				const session = await stripe.checkout.sessions.create(
					{
						mode: 'payment',
						// Opaque: whom it is for, and who pays, is nothing that Stripe needs.
						client_reference_id: ask.reference,
						line_items: [
							{
								quantity: 1,
								price_data: {
									currency: 'nok',
									unit_amount: ask.ore,
									product_data: { name: `Samvær ${ask.reference}` },
								},
							},
						],
						locale: ask.language,
						expires_at: Math.floor(ask.until.getTime() / 1000),
						success_url: ask.doneUrl,
						cancel_url: ask.backUrl,
					},
					{ idempotencyKey: `topup-${ask.id}` },
				)
				if (session.url === null) throw new Error('Stripe opened no page')
				return { checkoutId: session.id, url: session.url }
			}),
		closeCheckout: (checkoutId) => translateStripeErrors(() => closePage(stripe, checkoutId)),
		payment: (checkoutId) => translateStripeErrors(() => paymentState(stripe, checkoutId)),
		checkoutOf: (paymentId) =>
			translateStripeErrors(async () => {
				const { data } = await stripe.checkout.sessions.list({ payment_intent: paymentId, limit: 1 })
				return data[0]?.id ?? null
			}),
		refund: ({ id, reference, paymentId, ore }) =>
			translateStripeErrors(async () => {
				const created = await stripe.refunds.create(
					{ payment_intent: paymentId, amount: ore, metadata: { reference } },
					{ idempotencyKey: `refund-${id}` },
				)
				return refundReported(created)
			}),
		readEvent: (body, signature, machineNow) =>
			readSignedEvent(stripe, settings.webhookSecrets, { body, signature, machineNow }),
		events: (since) =>
			translateStripeErrors(async () => {
				const found: PaymentEvent[] = []
				const created = { gte: Math.floor(since.getTime() / 1000) }
				for await (const event of stripe.events.list({ created, types: [...taken], limit: 100 })) {
					const parsed = parseEvent(event)
					if (parsed && found.push(parsed) > most) throw new Error('More events than can be')
				}
				return found.reverse()
			}),
		movements: (since) =>
			translateStripeErrors(async () => {
				const found: Movement[] = []
				const created = { gte: Math.floor(since.getTime() / 1000) }
				for await (const row of stripe.balanceTransactions.list({ created, limit: 100 })) {
					const movement = movementOf(row)
					if (movement && found.push(movement) > most) throw new Error('More movements than can be')
				}
				return found.reverse()
			}),
	}
}

const kinds: Readonly<Record<string, Movement['kind']>> = {
	charge: 'charge',
	payment: 'charge',
	refund: 'refund',
	payment_refund: 'refund',
	refund_failure: 'refund',
	adjustment: 'dispute',
}

/** Fees and payouts are between Stripe and the prison's bank; what they take is no one's phone funds. */
function movementOf(row: Stripe.BalanceTransaction): Movement | null {
	const kind = kinds[row.type]
	const sourceId = typeof row.source === 'string' ? row.source : row.source?.id
	if (kind === undefined || sourceId === undefined) return null
	return { kind, sourceId, ore: row.amount, at: new Date(row.created * 1000) }
}

function addressOf(base: URL | null) {
	if (!base) return {}
	const protocol = base.protocol === 'http:' ? ('http' as const) : ('https' as const)
	return { host: base.hostname, port: base.port || (protocol === 'http' ? '80' : '443'), protocol }
}
