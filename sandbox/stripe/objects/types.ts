import type Stripe from 'stripe'

/** Stripe's own words for what the stand-in keeps: the compiler holds every object against the SDK that reads it. */
export type Session = Stripe.Checkout.Session
export type Intent = Stripe.PaymentIntent
export type Charge = Stripe.Charge
export type Refund = Stripe.Refund
export type Dispute = Stripe.Dispute
export type Movement = Stripe.BalanceTransaction

/** What a line of a session is on the wire: the SDK makes a `Decimal` of the text only when it has read it. */
export type Line = Omit<Stripe.LineItem, 'price'> & {
	price: Omit<Stripe.Price, 'unit_amount_decimal'> & { unit_amount_decimal: string }
}

/** The events that the stand-in tells of. */
export const eventTypes = [
	'charge.dispute.closed',
	'charge.dispute.created',
	'charge.dispute.funds_reinstated',
	'charge.dispute.funds_withdrawn',
	'charge.dispute.updated',
	'charge.failed',
	'charge.refund.updated',
	'charge.refunded',
	'charge.succeeded',
	'checkout.session.completed',
	'checkout.session.expired',
	'payment_intent.canceled',
	'payment_intent.created',
	'payment_intent.payment_failed',
	'payment_intent.requires_action',
	'payment_intent.succeeded',
	'refund.created',
	'refund.failed',
	'refund.updated',
] as const satisfies readonly Stripe.Event['type'][]

export type Event = Extract<Stripe.Event, { type: (typeof eventTypes)[number] }>

/** What there is to tell: a kind of event, and the object that it is about, as it is now. */
export type EventDraft = { [E in Event as E['type']]: { type: E['type']; object: E['data']['object'] } }[Event['type']]

/** The one version of the API whose shapes these are. */
export const apiVersion = '2026-10-28.endive' satisfies typeof Stripe.API_VERSION
