import { emitEvent, type Store } from '../store.ts'
import { type Decline, makeCharge } from './charge.ts'
import { intentFor } from './intent.ts'
import type { Intent, Session } from './types.ts'

/** What a card can be declined for, by the names that the pay page and the control have for it. */
export const declines = {
	'no-money': declined('insufficient_funds', 'Your card has insufficient funds.'),
	declined: declined('generic_decline', 'Your card was declined.'),
	lost: declined('lost_card', 'Your card was declined.'),
	expired: { code: 'expired_card', reason: 'expired_card', message: 'Your card has expired.' },
	'wrong-code': { code: 'incorrect_cvc', reason: 'incorrect_cvc', message: "Your card's security code is incorrect." },
	fault: {
		code: 'processing_error',
		reason: 'processing_error',
		message: 'An error occurred while processing your card. Try again in a little bit.',
	},
} as const satisfies Record<string, Decline>

const notAuthenticated = {
	code: 'payment_intent_authentication_failure',
	reason: null,
	message: 'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
} as const satisfies Decline

/** The card is taken and the session is done. Asks nothing twice: a session is paid once. */
export function pay(store: Store, session: Session, at: number, authenticated = false): void {
	const intent = attempt(store, session, at)
	const charge = makeCharge(store, { intent, session, decline: null, authenticated }, at)
	Object.assign(intent, {
		amount_received: intent.amount,
		last_payment_error: null,
		latest_charge: charge.id,
		next_action: null,
		payment_method: charge.payment_method,
		status: 'succeeded',
	} satisfies Partial<Intent>)
	Object.assign(session, { payment_status: 'paid', status: 'complete', url: null } satisfies Partial<Session>)
	emitEvent(store, { type: 'charge.succeeded', object: charge }, at)
	emitEvent(store, { type: 'payment_intent.succeeded', object: intent }, at)
	emitEvent(store, { type: 'checkout.session.completed', object: session }, at)
}

/** The card is declined; the session stays open for another try. */
export function decline(store: Store, session: Session, why: Decline, at: number): void {
	const intent = attempt(store, session, at)
	const charge = makeCharge(store, { intent, session, decline: why, authenticated: false }, at)
	Object.assign(intent, {
		last_payment_error: {
			charge: charge.id,
			code: why.code,
			...(why.reason === null ? {} : { decline_code: why.reason }),
			doc_url: `https://stripe.com/docs/error-codes/${why.code.replaceAll('_', '-')}`,
			message: why.message,
			type: 'card_error',
		},
		latest_charge: charge.id,
		next_action: null,
		status: 'requires_payment_method',
	} satisfies Partial<Intent>)
	emitEvent(store, { type: 'charge.failed', object: charge }, at)
	emitEvent(store, { type: 'payment_intent.payment_failed', object: intent }, at)
}

/** The bank wants to know that it is the card's holder (3-D Secure). */
export function askForAuthentication(store: Store, session: Session, at: number): void {
	const intent = attempt(store, session, at)
	Object.assign(intent, {
		last_payment_error: null,
		next_action: { type: 'use_stripe_sdk', use_stripe_sdk: {} },
		status: 'requires_action',
	} satisfies Partial<Intent>)
	emitEvent(store, { type: 'payment_intent.requires_action', object: intent }, at)
}

/** How the question of the bank ended. False when none was asked. */
export function answerAuthentication(store: Store, session: Session, holder: boolean, at: number): boolean {
	if (intentFor(store, session, at).status !== 'requires_action') return false
	if (holder) pay(store, session, at, true)
	else decline(store, session, notAuthenticated, at)
	return true
}

/** The session's time is up, or whoever made it closes it. What was begun on it is broken off. */
export function expire(store: Store, session: Session, at: number): void {
	Object.assign(session, { status: 'expired', url: null } satisfies Partial<Session>)
	const intent = store.intents.find((one) => one.id === session.payment_intent)
	if (intent && intent.status !== 'canceled') {
		Object.assign(intent, {
			canceled_at: at,
			cancellation_reason: 'automatic',
			next_action: null,
			status: 'canceled',
		} satisfies Partial<Intent>)
		emitEvent(store, { type: 'payment_intent.canceled', object: intent }, at)
	}
	emitEvent(store, { type: 'checkout.session.expired', object: session }, at)
}

/** Closes every session whose time is up. */
export function expireDue(store: Store, at: number): boolean {
	const due = store.sessions.filter((one) => one.status === 'open' && one.expires_at <= at)
	for (const session of due) expire(store, session, at)
	return due.length > 0
}

function attempt(store: Store, session: Session, at: number): Intent {
	if (session.status !== 'open') throw new Error(`The session ${session.id} is not open`)
	const isNew = session.payment_intent === null
	const intent = intentFor(store, session, at)
	if (isNew) emitEvent(store, { type: 'payment_intent.created', object: intent }, at)
	return intent
}

function declined(reason: string, message: string) {
	return { code: 'card_declined', reason, message } as const
}
