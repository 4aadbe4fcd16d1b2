/** A payment as Stripe tells of it, and as it was agreed. */
export interface ReportedPayment {
	checkoutId: string
	reference: string | null
	/** Whole øre. */
	ore: number | null
	currency: string | null
	/** Whether it was real funds. */
	live: boolean
}

export interface PaymentAgreed {
	checkoutId: string | null
	reference: string
	ore: number
	live: boolean
}

/** What of a payment is not as it was agreed; nothing when all is. Only then may it be credited. */
export function paymentMismatches(reported: ReportedPayment, agreed: PaymentAgreed): string[] {
	const wrong: string[] = []
	if (agreed.checkoutId !== null && reported.checkoutId !== agreed.checkoutId) wrong.push('session')
	if (reported.reference !== agreed.reference) wrong.push('reference')
	if (reported.ore !== agreed.ore) wrong.push('amount')
	if (reported.currency !== 'nok') wrong.push('currency')
	if (reported.live !== agreed.live) wrong.push('mode')
	return wrong
}
