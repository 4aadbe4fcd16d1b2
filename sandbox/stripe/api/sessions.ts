import { z } from 'zod'
import { expire } from '../objects/payment.ts'
import { makeSession, sessionSeconds } from '../objects/session.ts'
import type { Call, Endpoint } from './call.ts'
import { expanded } from './expand.ts'
import { cannot, missing, wrong } from './fault.ts'
import { pageOf } from './paging.ts'
import { expand, integer, listing, metadata, paramsOf } from './params.ts'

const nok = z.string().refine((text) => text.toLowerCase() === 'nok', {
	message: 'This stand-in takes Norwegian kroner (nok) alone',
})

const line = z.strictObject({
	price_data: z.strictObject({
		currency: nok,
		product_data: z.strictObject({ name: z.string().min(1), description: z.string().optional() }),
		unit_amount: integer.refine((ore) => ore >= 0, {
			message: 'This value must be greater than or equal to 0.',
		}),
	}),
	quantity: integer.refine((n) => n >= 1, { message: 'This value must be greater than or equal to 1.' }),
})

const address = z.url({ protocol: /^https?$/, error: 'Not a valid URL' })

const creation = z.strictObject({
	cancel_url: address.optional(),
	client_reference_id: z.string().max(200).optional(),
	currency: nok.optional(),
	customer_creation: z.literal('if_required').optional(),
	customer_email: z.email().optional(),
	expand,
	expires_at: integer.optional(),
	line_items: z.array(line).min(1).max(100),
	locale: z.enum(['auto', 'nb', 'en', 'en-GB']).optional(),
	metadata: metadata.default({}),
	mode: z.literal('payment', { error: 'This stand-in knows the mode payment alone' }),
	payment_intent_data: z
		.strictObject({ description: z.string().optional(), metadata: metadata.default({}) })
		.default({ metadata: {} }),
	payment_method_types: z.array(z.literal('card')).optional(),
	submit_type: z.enum(['auto', 'book', 'donate', 'pay']).optional(),
	success_url: address,
	ui_mode: z.literal('hosted_page').optional(),
})

/** The least that can be paid is 3 kr; the most that Stripe's eight figures hold. */
const sums = { least: 300, most: 99_999_999 }

function create({ at, store, form, origin }: Call): object {
	const asked = paramsOf(creation, form)
	const total = asked.line_items.reduce((sum, one) => sum + one.price_data.unit_amount * one.quantity, 0)
	if (total < sums.least)
		throw cannot("The Checkout Session's total amount due must add up to at least 3.00 kr", 'amount_too_small')
	if (total > sums.most)
		throw cannot("The Checkout Session's total amount due must be no more than 999,999.99 kr", 'amount_too_large')
	const expiresAt = asked.expires_at ?? at + sessionSeconds.most
	if (expiresAt < at + sessionSeconds.least || expiresAt > at + sessionSeconds.most)
		throw wrong(
			'The `expires_at` timestamp must be at least 30 minutes and less than 24 hours from Checkout Session creation.',
			'expires_at',
		)
	const session = makeSession(
		store,
		{
			lines: asked.line_items.map(({ price_data: { product_data, unit_amount }, quantity }) => ({
				name: product_data.name,
				description: product_data.description ?? null,
				ore: unit_amount,
				quantity,
			})),
			successUrl: asked.success_url,
			cancelUrl: asked.cancel_url ?? null,
			clientReference: asked.client_reference_id ?? null,
			customerEmail: asked.customer_email ?? null,
			expiresAt,
			locale: asked.locale ?? null,
			submitType: asked.submit_type ?? null,
			metadata: asked.metadata,
			intent: {
				description: asked.payment_intent_data.description ?? null,
				metadata: asked.payment_intent_data.metadata,
			},
		},
		origin,
		at,
	)
	return expanded(store, session, asked.expand)
}

function find({ store, ids: [id = ''] }: Call) {
	const session = store.sessions.find((one) => one.id === id)
	if (!session) throw missing('checkout.session', id, 'session')
	return session
}

function list({ store, form }: Call): object {
	const asked = paramsOf(
		z.strictObject({
			...listing,
			payment_intent: z.string().optional(),
			status: z.enum(['complete', 'expired', 'open']).optional(),
		}),
		form,
	)
	const some = store.sessions.filter(
		(one) =>
			(asked.payment_intent === undefined || one.payment_intent === asked.payment_intent) &&
			(asked.status === undefined || one.status === asked.status),
	)
	return expanded(store, pageOf(some, asked, '/v1/checkout/sessions'), asked.expand)
}

export const sessionEndpoints: Endpoint[] = [
	{ method: 'POST', path: /^\/v1\/checkout\/sessions$/, run: create },
	{ method: 'GET', path: /^\/v1\/checkout\/sessions$/, run: list },
	{
		method: 'GET',
		path: /^\/v1\/checkout\/sessions\/(\w+)$/,
		run: (call) => expanded(call.store, find(call), paramsOf(z.strictObject({ expand }), call.form).expand),
	},
	{
		method: 'GET',
		path: /^\/v1\/checkout\/sessions\/(\w+)\/line_items$/,
		run: (call) => {
			const asked = paramsOf(z.strictObject(listing), call.form)
			const lines = (call.store.lines[find(call).id] ?? []).map((one) => ({ ...one, created: 0 })).reverse()
			const page = pageOf(lines, asked, `/v1/checkout/sessions/${call.ids[0]}/line_items`)
			return { ...page, data: page.data.map(({ created: _made, ...one }) => one) }
		},
	},
	{
		method: 'POST',
		path: /^\/v1\/checkout\/sessions\/(\w+)\/expire$/,
		run: (call) => {
			const asked = paramsOf(z.strictObject({ expand }), call.form)
			const session = find(call)
			if (session.status !== 'open')
				throw cannot(
					`Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
				)
			expire(call.store, session, call.at)
			return expanded(call.store, session, asked.expand)
		},
	},
]
