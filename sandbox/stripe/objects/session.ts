import type { Store } from '../store.ts'
import { newId } from './ids.ts'
import type { Line, Session } from './types.ts'

export interface SessionParams {
	lines: { name: string; description: string | null; ore: number; quantity: number }[]
	successUrl: string
	cancelUrl: string | null
	clientReference: string | null
	customerEmail: string | null
	expiresAt: number
	locale: string | null
	submitType: string | null
	metadata: Record<string, string>
	intent: { description: string | null; metadata: Record<string, string> }
}

const anHour = 3600
/** How long a session may be open: as long as it is by default, too. */
export const sessionSeconds = { least: anHour / 2, most: 24 * anHour }

/** A new page where a sum can be paid. */
export function makeSession(store: Store, request: SessionParams, origin: string, at: number): Session {
	const id = newId('cs_test', 58)
	const total = request.lines.reduce((sum, line) => sum + line.ore * line.quantity, 0)
	const session = {
		id,
		object: 'checkout.session',
		adaptive_pricing: { enabled: false },
		after_expiration: null,
		allow_promotion_codes: null,
		allowed_payment_method_types: null,
		amount_subtotal: total,
		amount_total: total,
		automatic_tax: { enabled: false, liability: null, provider: null, status: null },
		billing_address_collection: null,
		cancel_url: request.cancelUrl,
		client_reference_id: request.clientReference,
		client_secret: null,
		collected_information: null,
		consent: null,
		consent_collection: null,
		created: at,
		currency: 'nok',
		currency_conversion: null,
		custom_fields: [],
		custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
		customer: null,
		customer_account: null,
		customer_creation: 'if_required',
		customer_details:
			request.customerEmail === null
				? null
				: {
						address: null,
						business_name: null,
						email: request.customerEmail,
						individual_name: null,
						name: null,
						phone: null,
						tax_exempt: 'none',
						tax_ids: null,
					},
		customer_email: request.customerEmail,
		discounts: [],
		expires_at: request.expiresAt,
		integration_identifier: null,
		invoice: null,
		invoice_creation: null,
		livemode: false,
		locale: request.locale,
		managed_payments: { enabled: false },
		metadata: request.metadata,
		mode: 'payment',
		origin_context: null,
		payment_intent: null,
		payment_link: null,
		payment_method_collection: 'if_required',
		payment_method_configuration_details: null,
		payment_method_options: { card: { request_three_d_secure: 'automatic' } },
		payment_method_types: ['card'],
		payment_status: 'unpaid',
		permissions: null,
		phone_number_collection: { enabled: false },
		recovered_from: null,
		saved_payment_method_options: null,
		setup_intent: null,
		shipping_address_collection: null,
		shipping_cost: null,
		shipping_options: [],
		status: 'open',
		submit_type: request.submitType,
		subscription: null,
		success_url: request.successUrl,
		total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
		ui_mode: 'hosted_page',
		url: payPageOf(origin, id),
		wallet_options: null,
	} satisfies Session
	store.sessions.push(session)
	store.lines[id] = request.lines.map((line) => lineOf(line, at))
	store.plans[id] = request.intent
	return session
}

export const payPageOf = (origin: string, id: string) => `${origin}/pay/${id}`

function lineOf({ name, ore, quantity }: SessionParams['lines'][number], at: number): Line {
	return {
		id: newId('li'),
		object: 'item',
		adjustable_quantity: null,
		amount_discount: 0,
		amount_subtotal: ore * quantity,
		amount_tax: 0,
		amount_total: ore * quantity,
		currency: 'nok',
		description: name,
		metadata: {},
		price: {
			id: newId('price'),
			object: 'price',
			active: false,
			billing_scheme: 'per_unit',
			created: at,
			currency: 'nok',
			custom_unit_amount: null,
			livemode: false,
			lookup_key: null,
			metadata: {},
			nickname: null,
			product: newId('prod', 14),
			recurring: null,
			tax_behavior: 'unspecified',
			tiers_mode: null,
			transform_quantity: null,
			type: 'one_time',
			unit_amount: ore,
			unit_amount_decimal: String(ore),
		},
		quantity,
	}
}
