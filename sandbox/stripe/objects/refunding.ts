import { type Cause, emitEvent, nobody, type Store } from '../store.ts'
import { newId } from './ids.ts'
import { move } from './money.ts'
import type { Charge, Refund } from './types.ts'

export interface RefundParams {
	ore: number
	reason: string | null
	metadata: Record<string, string>
}

/** Gives money back. It leaves the balance at once; whether the bank takes it is known now, or later where refunds wait. */
export function makeRefund(store: Store, charge: Charge, request: RefundParams, at: number, cause: Cause): Refund {
	const id = newId('re')
	const wait = store.refundsWait
	const movement = move(store, 'refund', -request.ore, id, at)
	const refund = {
		id,
		object: 'refund',
		amount: request.ore,
		balance_transaction: movement.id,
		charge: charge.id,
		created: at,
		currency: 'nok',
		customer: null,
		customer_account: null,
		destination_details: {
			card: wait
				? { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' }
				: {
						reference: newId('arn', 12),
						reference_status: 'available',
						reference_type: 'acquirer_reference_number',
						type: 'refund',
					},
			type: 'card',
		},
		metadata: request.metadata,
		payment_intent: typeof charge.payment_intent === 'string' ? charge.payment_intent : null,
		payment_method: charge.payment_method,
		...(wait ? { pending_reason: 'processing' } : {}),
		reason: request.reason,
		receipt_number: null,
		source_transfer_reversal: null,
		status: wait ? 'pending' : 'succeeded',
		transfer_reversal: null,
	} satisfies Refund
	store.refunds.push(refund)
	charge.amount_refunded += request.ore
	charge.refunded = charge.amount_refunded === charge.amount
	emitEvent(store, { type: 'refund.created', object: refund }, at, cause)
	emitEvent(store, { type: 'charge.refunded', object: charge }, at, cause)
	return refund
}

/** The bank has taken a refund that waited. False when it does not wait. */
export function settleRefund(store: Store, refund: Refund, at: number): boolean {
	if (refund.status !== 'pending') return false
	refund.status = 'succeeded'
	delete refund.pending_reason
	emitUpdated(store, refund, at)
	return true
}

/** The bank sends a refund back, also one that went through: the money is on the balance again. False when it did already. */
export function failRefund(store: Store, refund: Refund, at: number): boolean {
	if (refund.status !== 'pending' && refund.status !== 'succeeded') return false
	const charge = store.charges.find((one) => one.id === refund.charge)
	if (!charge) throw new Error(`The charge of ${refund.id} is gone`)
	refund.failure_balance_transaction = move(store, 'refund_failure', refund.amount, refund.id, at).id
	refund.failure_reason = 'expired_or_canceled_card'
	refund.status = 'failed'
	delete refund.pending_reason
	charge.amount_refunded -= refund.amount
	charge.refunded = false
	emitUpdated(store, refund, at)
	emitEvent(store, { type: 'refund.failed', object: refund }, at)
	return true
}

/** Told under the charge's name, as it always was, and under its own. */
export function emitUpdated(store: Store, refund: Refund, at: number, cause: Cause = nobody): void {
	emitEvent(store, { type: 'charge.refund.updated', object: refund }, at, cause)
	emitEvent(store, { type: 'refund.updated', object: refund }, at, cause)
}
