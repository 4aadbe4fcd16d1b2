import type { Store } from '../store.ts'
import { newId } from './ids.ts'
import type { Intent, Session } from './types.ts'

/** The payment of a session: made at the first attempt, as in life, and used again at the next. */
export function intentFor(store: Store, session: Session, at: number): Intent {
	const known = store.intents.find((one) => one.id === session.payment_intent)
	if (known) return known
	const plan = store.plans[session.id]
	const amount = session.amount_total ?? 0
	const id = newId('pi')
	const intent = {
		id,
		object: 'payment_intent',
		allowed_payment_method_types: null,
		amount,
		amount_capturable: 0,
		amount_details: { tip: {} },
		amount_received: 0,
		application: null,
		application_fee_amount: null,
		automatic_payment_methods: null,
		canceled_at: null,
		cancellation_reason: null,
		capture_method: 'automatic_async',
		client_secret: newId(`${id}_secret`),
		confirmation_method: 'automatic',
		created: at,
		currency: 'nok',
		customer: null,
		customer_account: null,
		description: plan?.description ?? null,
		excluded_payment_method_types: null,
		last_payment_error: null,
		latest_charge: null,
		livemode: false,
		managed_payments: { enabled: false },
		metadata: plan?.metadata ?? {},
		next_action: null,
		on_behalf_of: null,
		payment_method: null,
		payment_method_configuration_details: null,
		payment_method_options: {
			card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
		},
		payment_method_types: ['card'],
		payment_record: null,
		processing: null,
		receipt_email: null,
		review: null,
		setup_future_usage: null,
		shipping: null,
		source: null,
		statement_descriptor: null,
		statement_descriptor_suffix: null,
		status: 'requires_payment_method',
		transfer_data: null,
		transfer_group: null,
	} satisfies Intent
	store.intents.push(intent)
	session.payment_intent = intent.id
	return intent
}
