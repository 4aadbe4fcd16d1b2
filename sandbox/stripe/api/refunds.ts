import { z } from 'zod'
import { emitUpdated, makeRefund } from '../objects/refunding.ts'
import type { Charge } from '../objects/types.ts'
import type { Store } from '../store.ts'
import type { Call, Endpoint } from './call.ts'
import { expanded } from './expand.ts'
import { cannot, missing, wrong } from './fault.ts'
import { expand, integer, metadata, paramsOf } from './params.ts'

const creation = z.strictObject({
	amount: integer.refine((ore) => ore >= 1, { message: 'This value must be greater than or equal to 1.' }).optional(),
	charge: z.string().optional(),
	expand,
	metadata: metadata.default({}),
	payment_intent: z.string().optional(),
	reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
})

function create({ at, store, form, key, requestId }: Call): object {
	const asked = paramsOf(creation, form)
	const charge = chargeOf(store, asked.charge, asked.payment_intent)
	if (charge.disputed)
		throw cannot(`Charge ${charge.id} has been charged back; cannot issue a refund.`, 'charge_disputed')
	const left = charge.amount - charge.amount_refunded
	if (left === 0) throw cannot(`Charge ${charge.id} has already been refunded.`, 'charge_already_refunded')
	const ore = asked.amount ?? left
	if (ore > left)
		throw cannot(
			`Refund amount (${kroner(ore)}) is greater than unrefunded amount on charge (${kroner(left)})`,
			undefined,
			'amount',
		)
	const request = { ore, reason: asked.reason ?? null, metadata: asked.metadata }
	return expanded(store, makeRefund(store, charge, request, at, { requestId, key }), asked.expand)
}

function chargeOf(store: Store, charge: string | undefined, intent: string | undefined): Charge {
	if (charge === undefined && intent === undefined)
		throw wrong('One of the following params should be provided for this request: payment_intent or charge.')
	if (charge !== undefined) {
		const found = store.charges.find((one) => one.id === charge)
		if (!found) throw missing('charge', charge, 'charge')
		if (!found.paid) throw cannot(`Charge ${charge} failed; it cannot be refunded.`)
		return found
	}
	const paid = store.intents.find((one) => one.id === intent)
	if (!paid) throw missing('payment_intent', intent ?? '', 'payment_intent')
	const found = store.charges.find((one) => one.payment_intent === paid.id && one.paid)
	if (!found)
		throw cannot(
			`This PaymentIntent (${paid.id}) does not have a successful charge to refund.`,
			'payment_intent_unexpected_state',
		)
	return found
}

const kroner = (ore: number) => `kr${(ore / 100).toFixed(2)}`

function update({ at, store, form, ids: [id = ''], key, requestId }: Call): object {
	const asked = paramsOf(z.strictObject({ expand, metadata: metadata.default({}) }), form)
	const refund = store.refunds.find((one) => one.id === id)
	if (!refund) throw missing('refund', id, 'refund')
	const all = { ...refund.metadata, ...asked.metadata }
	// A name without a value is taken away.
	refund.metadata = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
	emitUpdated(store, refund, at, { requestId, key })
	return expanded(store, refund, asked.expand)
}

export const refundEndpoints: Endpoint[] = [
	{ method: 'POST', path: /^\/v1\/refunds$/, run: create },
	{ method: 'POST', path: /^\/v1\/refunds\/(\w+)$/, run: update },
]
