import type { Store } from '../store.ts'
import { newId } from './ids.ts'
import { move } from './money.ts'
import type { Charge, Intent, Session } from './types.ts'

/** Why a card is declined: Stripe's code, the bank's reason, and Stripe's sentence about it. */
export interface Decline {
	code:
		| 'card_declined'
		| 'expired_card'
		| 'incorrect_cvc'
		| 'processing_error'
		| 'payment_intent_authentication_failure'
	reason: string | null
	message: string
}

/** One try to take the funds. A try that was declined moves none. */
export function makeCharge(
	store: Store,
	{
		intent,
		session,
		decline,
		authenticated,
	}: { intent: Intent; session: Session; decline: Decline | null; authenticated: boolean },
	at: number,
): Charge {
	const id = newId('ch')
	const taken = decline === null
	const method = newId('pm')
	const charge = {
		id,
		object: 'charge',
		amount: intent.amount,
		amount_captured: taken ? intent.amount : 0,
		amount_refunded: 0,
		application: null,
		application_fee: null,
		application_fee_amount: null,
		balance_transaction: taken ? move(store, 'charge', intent.amount, id, at).id : null,
		billing_details: {
			address: { city: null, country: 'NO', line1: null, line2: null, postal_code: null, state: null },
			email: session.customer_email,
			name: null,
			phone: null,
			tax_id: null,
		},
		calculated_statement_descriptor: 'SAMVAER',
		captured: taken,
		created: at,
		currency: 'nok',
		customer: null,
		description: intent.description,
		disputed: false,
		failure_balance_transaction: null,
		failure_code: decline?.code ?? null,
		failure_message: decline?.message ?? null,
		fraud_details: {},
		livemode: false,
		metadata: { ...intent.metadata },
		on_behalf_of: null,
		outcome: outcomeOf(decline),
		paid: taken,
		payment_intent: intent.id,
		payment_method: method,
		payment_method_details: { card: cardDetails(intent.amount, authenticated), type: 'card' },
		radar_options: {},
		receipt_email: null,
		receipt_number: null,
		receipt_url: null,
		refunded: false,
		review: null,
		shipping: null,
		source: null,
		source_transfer: null,
		statement_descriptor: null,
		statement_descriptor_suffix: null,
		status: taken ? 'succeeded' : 'failed',
		transfer_data: null,
		transfer_group: null,
	} satisfies Charge
	store.charges.push(charge)
	return charge
}

function outcomeOf(decline: Decline | null): NonNullable<Charge['outcome']> {
	return {
		advice_code: null,
		network_advice_code: null,
		network_decline_code: null,
		network_status: decline ? 'declined_by_network' : 'approved_by_network',
		reason: decline ? (decline.reason ?? decline.code) : null,
		risk_level: 'normal',
		risk_score: 12,
		seller_message: decline ? 'The bank did not return any further details with this decline.' : 'Payment complete.',
		type: decline ? 'issuer_declined' : 'authorized',
	}
}

function cardDetails(amount: number, authenticated: boolean) {
	return {
		amount_authorized: amount,
		authorization_code: null,
		brand: 'visa',
		checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
		country: 'NO',
		electronic_commerce_indicator: null,
		exp_month: 12,
		exp_year: 2034,
		fingerprint: 'Xt5EWLLDS7FJjR1c',
		funding: 'debit',
		installments: null,
		last4: '4242',
		mandate: null,
		network: 'visa',
		network_transaction_id: null,
		regulated_status: 'unregulated',
		three_d_secure: authenticated
			? {
					authentication_flow: 'challenge',
					electronic_commerce_indicator: '05',
					exemption_indicator: null,
					result: 'authenticated',
					result_reason: null,
					transaction_id: null,
					version: '2.2.0',
				}
			: null,
		transaction_link_id: null,
		wallet: null,
	} satisfies NonNullable<Charge['payment_method_details']>['card']
}
