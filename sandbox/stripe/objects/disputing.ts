import { type Cause, emitEvent, nobody, type Store } from '../store.ts'
import { newId } from './ids.ts'
import { move } from './money.ts'
import type { Charge, Dispute } from './types.ts'

const daysToAnswer = 9

export const disputeReasons = ['fraudulent', 'product_not_received', 'duplicate', 'unrecognized'] as const
export type DisputeReason = (typeof disputeReasons)[number]

/** The card's holder disputes what is left of a payment; the bank takes it, and its fee, at once. Null where it cannot. */
export function openDispute(store: Store, charge: Charge, reason: DisputeReason, at: number): Dispute | null {
	const ore = charge.amount - charge.amount_refunded
	if (charge.status !== 'succeeded' || charge.disputed || ore === 0) return null
	const id = newId('du')
	const dispute = {
		id,
		object: 'dispute',
		amount: ore,
		balance_transactions: [move(store, 'dispute', -ore, id, at)],
		charge: charge.id,
		created: at,
		currency: 'nok',
		enhanced_eligibility_types: [],
		evidence: noEvidence(),
		evidence_details: {
			due_by: at + daysToAnswer * 86_400,
			enhanced_eligibility: {},
			has_evidence: false,
			past_due: false,
			submission_count: 0,
			submission_method: 'not_submitted',
		},
		intended_submission_method: null,
		is_charge_refundable: false,
		livemode: false,
		metadata: {},
		payment_intent: typeof charge.payment_intent === 'string' ? charge.payment_intent : null,
		payment_method_details: {
			card: { brand: 'visa', case_type: 'chargeback', network: 'visa', network_reason_code: '10.4' },
			type: 'card',
		},
		reason,
		status: 'needs_response',
	} satisfies Dispute
	store.disputes.push(dispute)
	charge.disputed = true
	emitEvent(store, { type: 'charge.dispute.created', object: dispute }, at)
	emitEvent(store, { type: 'charge.dispute.funds_withdrawn', object: dispute }, at)
	return dispute
}

export const isOpen = (dispute: Dispute) => dispute.status === 'needs_response' || dispute.status === 'under_review'

/** The bank finds for the merchant: the money comes back, the fee does not. False when the dispute is closed. */
export function winDispute(store: Store, dispute: Dispute, at: number): boolean {
	if (!isOpen(dispute)) return false
	dispute.status = 'won'
	dispute.balance_transactions.push(move(store, 'dispute_reversal', dispute.amount, dispute.id, at))
	emitEvent(store, { type: 'charge.dispute.funds_reinstated', object: dispute }, at)
	emitEvent(store, { type: 'charge.dispute.closed', object: dispute }, at)
	return true
}

/** The money stays with the card's holder. False when the dispute is closed. */
export function loseDispute(store: Store, dispute: Dispute, at: number, cause: Cause = nobody): boolean {
	if (!isOpen(dispute)) return false
	dispute.status = 'lost'
	emitEvent(store, { type: 'charge.dispute.closed', object: dispute }, at, cause)
	return true
}

function noEvidence(): Dispute['evidence'] {
	return {
		access_activity_log: null,
		billing_address: null,
		cancellation_policy: null,
		cancellation_policy_disclosure: null,
		cancellation_rebuttal: null,
		customer_communication: null,
		customer_email_address: null,
		customer_name: null,
		customer_purchase_ip: null,
		customer_signature: null,
		duplicate_charge_documentation: null,
		duplicate_charge_explanation: null,
		duplicate_charge_id: null,
		enhanced_evidence: {},
		product_description: null,
		receipt: null,
		refund_policy: null,
		refund_policy_disclosure: null,
		refund_refusal_explanation: null,
		service_date: null,
		service_documentation: null,
		shipping_address: null,
		shipping_carrier: null,
		shipping_date: null,
		shipping_documentation: null,
		shipping_tracking_number: null,
		uncategorized_file: null,
		uncategorized_text: null,
	}
}
