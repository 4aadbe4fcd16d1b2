import { paymentMismatches } from '#app/domain/funds/payment-matches.ts'
import type { PaymentState } from '#app/integrations/payments.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { noteDifference } from '#db/queries/funds/differences.ts'
import { lockTopUp, selectTopUp, type TopUpRow } from '#db/queries/funds/top-ups.ts'
import { audited } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { changeTopUp } from './change-top-up.server.ts'
import { facilityNow } from './facility-of-top-up.server.ts'
import { takeDisputes } from './take-disputes.server.ts'
import { takePayment } from './take-payment.server.ts'
import { takeRefunds } from './take-refunds.server.ts'

/** The top-up that a payment was for; null when it was for none of ours. */
export async function topUpOfPayment(db: DbOrTx, told: PaymentState): Promise<TopUpRow | null> {
	const found = await selectTopUp(db, { checkoutId: told.checkoutId })
	if (found || told.reference === null) return found
	// Its page was opened, and we were stopped before that was written down.
	const named = await selectTopUp(db, { ref: told.reference })
	return named?.checkoutId === null ? named : null
}

/**
 * Brings a top-up to where Stripe says that its payment stands: the one place where that is done, whoever noticed. It goes
 * forward only, so that it may be told anything any number of times and in any order. A payment that is not as it was agreed
 * is not credited, and is noted; it is over once Stripe has given all of it back.
 */
export async function settlePayment(
	tx: DbOrTx,
	ctx: Ctx,
	topUpId: string,
	told: PaymentState,
	live: boolean,
): Promise<TopUpRow> {
	const topUp = await lockTopUp(tx, topUpId)
	if (!told.paid) return told.page === 'closed' ? abandonTopUp(tx, ctx, topUp) : topUp
	const agreed = { checkoutId: topUp.checkoutId, reference: topUp.ref, ore: topUp.ore, live }
	if (topUp.paidAt === null && paymentMismatches(told, agreed).length > 0) return noteMismatch(tx, ctx, topUp, told)
	const paid = topUp.paidAt === null ? await takePayment(tx, ctx, topUp, told) : topUp
	// What a dispute that was won puts back may have been refunded since: it stands there before the refunds are booked.
	const won = told.disputes.filter(({ state }) => state === 'won')
	const restored = await takeDisputes(tx, ctx, paid, won)
	const refunded = await takeRefunds(tx, ctx, restored, told.refunds)
	return takeDisputes(
		tx,
		ctx,
		refunded,
		told.disputes.filter((one) => !won.includes(one)),
	)
}

/** Nothing was paid, and nothing can be any more. The top-up must be locked; any other than a started one stays as it is. */
export async function abandonTopUp(tx: DbOrTx, ctx: Ctx, topUp: TopUpRow): Promise<TopUpRow> {
	if (topUp.state !== 'started') return topUp
	await audited(tx, ctx, {
		action: 'top-up.abandon',
		facilityId: await facilityNow(tx, topUp),
		subjectKind: 'top-up',
		subjectId: topUp.id,
	})
	return changeTopUp(tx, topUp, { abandonedAt: ctx.now, lookAt: null })
}

async function noteMismatch(tx: DbOrTx, ctx: Ctx, topUp: TopUpRow, told: PaymentState): Promise<TopUpRow> {
	const { id: topUpId, prisonerId, ore: ledgerOre } = topUp
	const news = await noteDifference(
		tx,
		{ kind: 'payment-mismatch', subject: told.checkoutId, topUpId, prisonerId, stripeOre: told.ore, ledgerOre },
		ctx.now,
	)
	if (news)
		await audited(tx, ctx, {
			action: 'top-up.mismatch',
			facilityId: await facilityNow(tx, topUp),
			subjectKind: 'top-up',
			subjectId: topUpId,
		})
	// By its name Stripe can be asked again, also where its page was found by our reference alone; it is not to be paid on again.
	const noted = await changeTopUp(tx, topUp, {
		lookAt: null,
		checkoutId: topUp.checkoutId ?? told.checkoutId,
		checkoutUrl: null,
	})
	const returned = told.refunds.filter(({ state }) => state !== 'failed').reduce((sum, { ore }) => sum + ore, 0)
	return told.ore !== null && returned >= told.ore ? abandonTopUp(tx, ctx, noted) : noted
}
