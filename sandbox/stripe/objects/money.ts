import type { Store } from '../store.ts'
import { newId } from './ids.ts'
import type { Movement } from './types.ts'

/** What is taken of a payment: 2.4 per cent and two kroner, as Stripe's Norwegian prices for a European card are. */
const feeOf = (ore: number) => Math.round(ore * 0.024) + 200

/** What a bank takes when a payment is disputed, in øre. */
const disputeFee = 15_000

const daysToSettle = 7

type Kind = 'charge' | 'refund' | 'refund_failure' | 'dispute' | 'dispute_reversal'

const types = {
	charge: 'charge',
	refund: 'refund',
	refund_failure: 'refund_failure',
	dispute: 'adjustment',
	dispute_reversal: 'adjustment',
} as const satisfies Record<Kind, Movement['type']>

/** Moves money on the merchant's balance, in øre; below zero is out. `source` is what it is for. */
export function move(store: Store, kind: Kind, ore: number, source: string, at: number): Movement {
	const fee = kind === 'charge' ? feeOf(ore) : kind === 'dispute' ? disputeFee : 0
	const movement = {
		id: newId('txn'),
		object: 'balance_transaction',
		amount: ore,
		available_on: at + daysToSettle * 86_400,
		balance_type: 'payments',
		created: at,
		currency: 'nok',
		description: null,
		exchange_rate: null,
		fee,
		fee_details:
			fee === 0
				? []
				: [{ amount: fee, application: null, currency: 'nok', description: feeText[kind], type: 'stripe_fee' }],
		net: ore - fee,
		reporting_category: kind,
		source,
		status: 'pending',
		type: types[kind],
	} satisfies Movement
	store.movements.push(movement)
	return movement
}

const feeText: Record<Kind, string | null> = {
	charge: 'Stripe processing fees',
	refund: null,
	refund_failure: null,
	dispute: 'Dispute fee',
	dispute_reversal: null,
}
