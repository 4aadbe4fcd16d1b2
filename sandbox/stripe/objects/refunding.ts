import { type Book, type Cause, nobody, tell } from '../book.ts'
import { newId } from './ids.ts'
import { move } from './money.ts'
import type { Charge, Refund } from './types.ts'

export interface RefundWish {
	ore: number
	reason: string | null
	metadata: Record<string, string>
}

/** Gives money back. It leaves the balance at once; whether the bank takes it is known now, or later where refunds wait. */
export function makeRefund(book: Book, charge: Charge, wish: RefundWish, at: number, cause: Cause): Refund {
	const id = newId('re')
	const wait = book.refundsWait
	const movement = move(book, 'refund', -wish.ore, id, at)
	const refund = {
		id,
		object: 'refund',
		amount: wish.ore,
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
		metadata: wish.metadata,
		payment_intent: typeof charge.payment_intent === 'string' ? charge.payment_intent : null,
		payment_method: charge.payment_method,
		...(wait ? { pending_reason: 'processing' } : {}),
		reason: wish.reason,
		receipt_number: null,
		source_transfer_reversal: null,
		status: wait ? 'pending' : 'succeeded',
		transfer_reversal: null,
	} satisfies Refund
	book.refunds.push(refund)
	charge.amount_refunded += wish.ore
	charge.refunded = charge.amount_refunded === charge.amount
	tell(book, { type: 'refund.created', object: refund }, at, cause)
	tell(book, { type: 'charge.refunded', object: charge }, at, cause)
	return refund
}

/** The bank has taken a refund that waited. False when it does not wait. */
export function settleRefund(book: Book, refund: Refund, at: number): boolean {
	if (refund.status !== 'pending') return false
	refund.status = 'succeeded'
	delete refund.pending_reason
	tellUpdated(book, refund, at)
	return true
}

/** The bank sends a refund back, also one that went through: the money is on the balance again. False when it did already. */
export function failRefund(book: Book, refund: Refund, at: number): boolean {
	if (refund.status !== 'pending' && refund.status !== 'succeeded') return false
	const charge = book.charges.find((one) => one.id === refund.charge)
	if (!charge) throw new Error(`The charge of ${refund.id} is gone`)
	refund.failure_balance_transaction = move(book, 'refund_failure', refund.amount, refund.id, at).id
	refund.failure_reason = 'expired_or_canceled_card'
	refund.status = 'failed'
	delete refund.pending_reason
	charge.amount_refunded -= refund.amount
	charge.refunded = false
	tellUpdated(book, refund, at)
	tell(book, { type: 'refund.failed', object: refund }, at)
	return true
}

/** Told under the charge's name, as it always was, and under its own. */
export function tellUpdated(book: Book, refund: Refund, at: number, cause: Cause = nobody): void {
	tell(book, { type: 'charge.refund.updated', object: refund }, at, cause)
	tell(book, { type: 'refund.updated', object: refund }, at, cause)
}
