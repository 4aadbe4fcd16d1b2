import { type Payments, PaymentsError, type ReportedRefund } from '#app/integrations/payments.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type RefundRow, selectRefund, takeRefundsToSend, updateRefund } from '#db/queries/funds/refunds.ts'
import { lockTopUp, selectTopUp, type TopUpRow } from '#db/queries/funds/top-ups.ts'
import type { Ctx } from '../../context.ts'
import { transaction } from '../../transaction.server.ts'
import { paymentIfKnown, processBatch, retryAt } from '../payments/internal.server.ts'
import { settlePayment } from '../payments/settle-payment.server.ts'
import { reverseRefund } from './internal.server.ts'

const batch = 10
/** Longer than Stripe is waited for, with its tries; what a dead worker had is taken up again after it. */
const leaseMs = 120_000

/**
 * Has Stripe give back what is booked as given back, and answers how many it dealt with. Asked again by the same key, Stripe
 * gives it back once. What Stripe refuses stands on the account again, and is noted for an officer. Where no answer comes, nothing
 * more is asked now, and it answers 0: each would be waited for as long, and the rest is taken up again in two minutes.
 */
export async function sendRefunds(ctx: Ctx, payments: Payments): Promise<number> {
	const { db, now } = ctx
	const taken = await takeRefundsToSend(db, now, new Date(now.getTime() + leaseMs), batch)
	const all = await processBatch(taken, async (one) => {
		const topUp = await selectTopUp(db, { id: one.topUpId })
		if (!topUp) throw new Error('The top-up is gone')
		return sendOne(ctx, payments, one, topUp)
	})
	return all ? taken.length : 0
}

/** False when no answer came. */
async function sendOne(ctx: Ctx, payments: Payments, one: RefundRow, topUp: TopUpRow): Promise<boolean> {
	const { paymentId } = topUp
	if (paymentId === null) throw new Error('A paid top-up has a payment')
	try {
		const reported =
			(await findByIdempotencyKey(payments, one, topUp)) ??
			(await payments.refund({ id: one.id, reference: one.ref, paymentId, ore: one.ore }))
		await transaction(ctx.db, (tx) => takeSent(tx, ctx, one.id, reported))
	} catch (error) {
		if (!(error instanceof PaymentsError)) throw error
		if (error.refused) await takeRefused(ctx, payments, one, topUp)
		else await updateRefund(ctx.db, one.id, { tryAt: retryAt(one.tries, ctx.now), errorHandler: error.message })
		return error.refused
	}
	return true
}

/**
 * What an earlier try has done, although its answer was lost; null when nothing. Stripe keeps an answer of its own failing under
 * the key for a day, and after that forgets the key. @throws PaymentsError
 */
async function findByIdempotencyKey(
	payments: Payments,
	one: RefundRow,
	topUp: TopUpRow,
): Promise<ReportedRefund | null> {
	if (one.tries < 2 || topUp.checkoutId === null) return null
	const reported = await paymentIfKnown(payments, topUp.checkoutId)
	return reported?.refunds.find(({ reference }) => reference === one.ref) ?? null
}

async function takeSent(tx: DbOrTx, ctx: Ctx, id: string, reported: ReportedRefund): Promise<void> {
	const before = await selectRefund(tx, { id })
	if (!before) throw new Error('The refund is gone')
	const topUp = await lockTopUp(tx, before.topUpId)
	const now = await selectRefund(tx, { id })
	if (now?.state !== 'due') return
	const sent = await updateRefund(tx, id, { state: 'sent', stripeId: reported.id, sentAt: ctx.now, tryAt: null })
	if (reported.state === 'failed') await reverseRefund(tx, ctx, topUp, sent)
}

/**
 * Stripe will not: the payment is disputed, or was given back otherwise, or by this very refund. The truth is read with the
 * reversal, so that what stood back for our refund is booked at once.
 */
async function takeRefused(ctx: Ctx, payments: Payments, one: RefundRow, topUp: TopUpRow): Promise<void> {
	const reported = topUp.checkoutId === null ? null : await paymentIfKnown(payments, topUp.checkoutId)
	const created = reported?.refunds.find(({ reference }) => reference === one.ref)
	await transaction(ctx.db, async (tx) => {
		const locked = await lockTopUp(tx, topUp.id)
		if (created) await takeSent(tx, ctx, one.id, created)
		const now = await selectRefund(tx, { id: one.id })
		if (now?.state === 'due') await reverseRefund(tx, ctx, locked, now)
		if (reported) await settlePayment(tx, ctx, topUp.id, reported, payments.live)
	})
}
