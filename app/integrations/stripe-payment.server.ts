import Stripe from 'stripe'
import type { PaymentState, ReportedDispute, ReportedRefund } from './payments.server.ts'

/** Where a payment stands: its page, its refunds and its disputes, each as Stripe has them now. */
export async function paymentState(stripe: Stripe, checkoutId: string): Promise<PaymentState> {
	const session = await stripe.checkout.sessions.retrieve(checkoutId, { expand: ['payment_intent'] })
	const intent = session.payment_intent
	const known = {
		checkoutId: session.id,
		reference: session.client_reference_id,
		page: pageOf(session),
		paid: session.payment_status === 'paid',
		ore: session.amount_total,
		currency: session.currency,
		live: session.livemode,
	}
	if (intent === null || typeof intent === 'string' || !known.paid) {
		const paymentId = typeof intent === 'string' ? intent : (intent?.id ?? null)
		return { ...known, paymentId, chargeId: null, refunds: [], disputes: [] }
	}
	const refunds: ReportedRefund[] = []
	for await (const refund of stripe.refunds.list({ payment_intent: intent.id, limit: 100 })) {
		refunds.push(refundReported(refund))
	}
	const disputes: ReportedDispute[] = []
	for await (const dispute of stripe.disputes.list({ payment_intent: intent.id, limit: 100 })) {
		const reported = disputeReported(dispute)
		if (reported) disputes.push(reported)
	}
	const charge = intent.latest_charge
	const chargeId = typeof charge === 'string' ? charge : (charge?.id ?? null)
	return { ...known, paymentId: intent.id, chargeId, refunds, disputes }
}

/** Closes a page that is open. One that is paid for, or runs out, at that very moment is closed by that. */
export async function closePage(stripe: Stripe, checkoutId: string): Promise<void> {
	const isOpen = async () => (await stripe.checkout.sessions.retrieve(checkoutId)).status === 'open'
	if (!(await isOpen())) return
	try {
		await stripe.checkout.sessions.expire(checkoutId)
	} catch (error) {
		if (!(error instanceof Stripe.errors.StripeInvalidRequestError) || (await isOpen())) throw error
	}
}

/** Some ways of paying take days, and may then come to nothing: such a page is as good as one that has run out. */
function pageOf({ status, payment_status, payment_intent: intent }: Stripe.Checkout.Session): PaymentState['page'] {
	if (status !== 'complete') return status === 'expired' ? 'closed' : 'open'
	const state = intent === null || typeof intent === 'string' ? null : intent.status
	const failed = payment_status === 'unpaid' && (state === 'requires_payment_method' || state === 'canceled')
	return failed ? 'closed' : 'done'
}

export function refundReported(refund: Stripe.Refund): ReportedRefund {
	const failed = refund.status === 'failed' || refund.status === 'canceled'
	return {
		id: refund.id,
		reference: refund.metadata?.reference ?? null,
		ore: refund.amount,
		state: failed ? 'failed' : refund.status === 'succeeded' ? 'done' : 'under-way',
	}
}

/** An inquiry (`warning_…`) and one that was headed off take no money: there is nothing to tell of them yet. */
function disputeReported(dispute: Stripe.Dispute): ReportedDispute | null {
	const { id, amount: ore, status } = dispute
	if (status.startsWith('warning_') || status === 'prevented') return null
	return { id, ore, state: status === 'won' ? 'won' : status === 'lost' ? 'lost' : 'open' }
}
