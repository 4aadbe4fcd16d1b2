import Stripe from 'stripe'
import { PaymentsError } from './payments.server.ts'

/** Asks Stripe. What goes wrong is told by kind and code alone: Stripe's own words may hold what was sent. */
export async function translateStripeErrors<T>(call: () => Promise<T>): Promise<T> {
	try {
		return await call()
	} catch (error) {
		if (!(error instanceof Stripe.errors.StripeError)) throw error
		const what = [error.type, error.code, error.statusCode].filter((part) => part !== undefined).join(' ')
		throw new PaymentsError(what, isAnswer(error))
	}
}

/** Only what Stripe says about the request itself is an answer; being away, busy or wrongly set up is none. */
function isAnswer(error: Stripe.errors.StripeError): boolean {
	return error.type === 'StripeInvalidRequestError' && error.code !== 'lock_timeout'
}
