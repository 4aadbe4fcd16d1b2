import Stripe from 'stripe'
import { describe, expect, it } from 'vitest'
import { closePage, paymentState } from '#app/integrations/stripe-payment.server.ts'

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

describe('closing a page', () => {
	/** Answers in turn: where the page stands, and what becomes of closing it. */
	function stripeThat(answers: ('open' | 'complete' | 'refused')[]) {
		const asked: string[] = []
		const httpClient = Stripe.createFetchHttpClient(async (input) => {
			asked.push(new URL(input instanceof Request ? input.url : input).pathname.split('/').at(-1) ?? '')
			const answer = answers.shift()
			if (answer !== 'refused') return Response.json({ id: 'cs_1', status: answer })
			const error = { type: 'invalid_request_error', message: 'Only open sessions can be expired' }
			return Response.json({ error }, { status: 400 })
		})
		return { stripe: new Stripe('sk_test_page', { httpClient, telemetry: false }), asked }
	}

	it('is not tried where it is paid already', async () => {
		const { stripe, asked } = stripeThat(['complete'])
		await closePage(stripe, 'cs_1')
		expect(asked).toEqual(['cs_1'])
	})

	it('is no fault where it is paid at that very moment', async () => {
		const { stripe, asked } = stripeThat(['open', 'refused', 'complete'])
		await closePage(stripe, 'cs_1')
		expect(asked).toEqual(['cs_1', 'expire', 'cs_1'])
	})

	it('is one where the page stays open', async () => {
		const { stripe } = stripeThat(['open', 'refused', 'open'])
		await expect(closePage(stripe, 'cs_1')).rejects.toThrow('Only open sessions')
	})
})
