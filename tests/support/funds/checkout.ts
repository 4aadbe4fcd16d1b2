import type { PaymentState, ReportedRefund } from '#app/integrations/payments.server.ts'

/** A payment as the test's Stripe keeps it. */
export interface Checkout {
	checkoutId: string
	reference: string | null
	ore: number
	agreedOre: number
	currency: string
	live: boolean
	page: 'open' | 'done' | 'closed'
	paymentId: string | null
	refunds: (ReportedRefund & { key: string | null })[]
	disputes: { id: string; ore: number; state: 'open' | 'won' | 'lost' }[]
}

export const chargeOf = (one: Checkout) => `ch_of_${one.paymentId ?? one.checkoutId}`

/** What of a payment Stripe has not given back. */
export function inFull(one: Checkout): number {
	return one.refunds.filter(({ state }) => state !== 'failed').reduce((left, { ore }) => left - ore, one.ore)
}

/** A copy: what is told is where things stood then. */
export function stateOf(one: Checkout): PaymentState {
	const { checkoutId, reference, ore, currency, live, page, paymentId } = one
	return {
		...{ checkoutId, reference, ore, currency, live, page, paymentId },
		paid: paymentId !== null,
		chargeId: paymentId === null ? null : chargeOf(one),
		refunds: one.refunds.map(({ key: _, ...refund }) => ({ ...refund })),
		disputes: one.disputes.map((dispute) => ({ ...dispute })),
	}
}
