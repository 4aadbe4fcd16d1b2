import { PaymentsError } from '#app/integrations/payments.server.ts'
import type { Random } from '#sandbox/seeds/random.ts'
import type { FakeStripe } from './fake-stripe.ts'

/** Stripe fails now and then: before it has done anything, and after it has done it. */
export function mishapsFrom(random: Random): FakeStripe['mishaps'] {
	return {
		before() {
			if (random.chance(0.08)) throw new PaymentsError('StripeConnectionError', false)
		},
		after() {
			if (random.chance(0.08)) throw new PaymentsError('StripeAPIError 500', false)
		},
	}
}
