import { type PaymentState, type Payments, PaymentsError } from '#app/integrations/payments.server.ts'
import type { BookedMovement } from '#db/queries/funds/reconciliations.ts'

/** Whether Stripe has something as it stands in the books, by its name and its amount; nothing booked is nothing that stands there. */
export async function isAtStripe(payments: Payments, booked: BookedMovement): Promise<boolean> {
	const told = booked.checkoutId === null ? null : await paymentIfKnown(payments, booked.checkoutId)
	if (!told) return false
	if (booked.kind === 'charge') return told.chargeId === booked.sourceId && told.paid && told.ore === booked.ore
	const standing =
		booked.kind === 'refund'
			? told.refunds.filter(({ state }) => state !== 'failed')
			: told.disputes.filter(({ state }) => state !== 'won')
	return -(standing.find(({ id }) => id === booked.sourceId)?.ore ?? 0) === booked.ore
}

/** Where a payment stands; null for one that Stripe says it never had. @throws PaymentsError when it cannot be asked */
export async function paymentIfKnown(payments: Payments, checkoutId: string): Promise<PaymentState | null> {
	try {
		return await payments.payment(checkoutId)
	} catch (error) {
		if (error instanceof PaymentsError && error.refused) return null
		throw error
	}
}
