import Stripe from 'stripe'
import { expect, it } from 'vitest'
import { paymentState } from '#app/integrations/stripe-payment.server.ts'

/** A Stripe whose one checkout session is as told. */
function stripeWith(session: { status: string; payment_status: string; payment_intent: object | null }): Stripe {
	const answer = {
		id: 'cs_1',
		client_reference_id: 'T1',
		amount_total: 20_000,
		currency: 'nok',
		livemode: false,
		...session,
	}
	const httpClient = Stripe.createFetchHttpClient(async () => Response.json(answer))
	return new Stripe('sk_test_page', { httpClient, telemetry: false })
}

it.each([
	['open', 'unpaid', null, 'open'],
	['expired', 'unpaid', null, 'closed'],
	// Paid by a way that takes days.
	['complete', 'unpaid', 'processing', 'done'],
	// It came to nothing, and nothing can be paid on that page any more.
	['complete', 'unpaid', 'requires_payment_method', 'closed'],
	['complete', 'unpaid', 'canceled', 'closed'],
])('a page that is %s and %s, with a payment that is %s, is %s', async (status, payment_status, intent, page) => {
	const payment_intent = intent === null ? null : { id: 'pi_1', object: 'payment_intent', status: intent }
	expect(await paymentState(stripeWith({ status, payment_status, payment_intent }), 'cs_1')).toMatchObject({
		...{ page, paid: false, paymentId: payment_intent?.id ?? null },
	})
})
