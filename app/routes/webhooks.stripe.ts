import { defineAction } from '#app/http/define-action.server.ts'
import { emptyResponse } from '#app/http/error-response.server.ts'
import { receiveWebhook } from '#app/services/funds/payments/receive-event.server.ts'

/** Stripe tells of a payment. Its own signature says who it is; the answer is given once what it says is written. */
export const action = defineAction({ who: 'public' }, async ({ ctx, request, context }) => {
	const signature = request.headers.get('stripe-signature') ?? ''
	const input = { body: await request.text(), signature, machineNow: context.machineNow }
	const taken = await receiveWebhook({ ...ctx, actor: { kind: 'system' } }, input)
	if (taken) return new Response(null, { status: 200 })
	context.log.warn({ requestId: context.requestId, reason: 'webhook' }, 'refused')
	throw emptyResponse(400)
})
