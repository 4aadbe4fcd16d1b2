import { type PaymentState, type Payments, PaymentsError } from '#app/integrations/payments.server.ts'
import type { BookedMovement } from '#db/queries/funds/reconciliations.ts'

/** Whether Stripe has something as it stands in the books, by its name and its amount; nothing booked is nothing that stands there. */
export async function isAtStripe(payments: Payments, booked: BookedMovement): Promise<boolean> {
	const reported = booked.checkoutId === null ? null : await paymentIfKnown(payments, booked.checkoutId)
	if (!reported) return false
	if (booked.kind === 'charge')
		return reported.chargeId === booked.sourceId && reported.paid && reported.ore === booked.ore
	const standing =
		booked.kind === 'refund'
			? reported.refunds.filter(({ state }) => state !== 'failed')
			: reported.disputes.filter(({ state }) => state !== 'won')
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
