import { paymentMismatches } from '#app/domain/funds/payment-matches.ts'
import type { PaymentState } from '#app/integrations/payments.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId } from '#db/ids.ts'
import { insertCredit } from '#db/queries/funds/credits.ts'
import { recordDiscrepancy } from '#db/queries/funds/discrepancies.ts'
import { book } from '#db/queries/funds/ledger.ts'
import { lockTopUp, selectTopUp, type TopUpRow } from '#db/queries/funds/top-ups.ts'
import { writeAudit } from '../../audit.server.ts'
import type { Ctx } from '../../context.ts'
import { policyInForce } from '../../policy.server.ts'
import { takeRefunds } from '../refunds/internal.server.ts'
import { changeTopUp, facilityNow } from './internal.server.ts'
import { takeDisputes } from './take-disputes.server.ts'

/** The top-up that a payment was for; null when it was for none of ours. */
export async function topUpOfPayment(db: DbOrTx, reported: PaymentState): Promise<TopUpRow | null> {
	const found = await selectTopUp(db, { checkoutId: reported.checkoutId })
	if (found || reported.reference === null) return found
	// Its page was opened, and we were stopped before that was written down.
	const named = await selectTopUp(db, { ref: reported.reference })
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
	reported: PaymentState,
	live: boolean,
): Promise<TopUpRow> {
	const topUp = await lockTopUp(tx, topUpId)
	if (!reported.paid) return reported.page === 'closed' ? abandonTopUp(tx, ctx, topUp) : topUp
	const agreed = { checkoutId: topUp.checkoutId, reference: topUp.ref, ore: topUp.ore, live }
	if (topUp.paidAt === null && paymentMismatches(reported, agreed).length > 0)
		return noteMismatch(tx, ctx, topUp, reported)
	const paid = topUp.paidAt === null ? await takePayment(tx, ctx, topUp, reported) : topUp
	// What a dispute that was won puts back may have been refunded since: it stands there before the refunds are booked.
	const won = reported.disputes.filter(({ state }) => state === 'won')
	const restored = await takeDisputes(tx, ctx, paid, won)
	const refunded = await takeRefunds(tx, ctx, restored, reported.refunds)
	return takeDisputes(
		tx,
		ctx,
		refunded,
		reported.disputes.filter((one) => !won.includes(one)),
	)
}

/** Nothing was paid, and nothing can be any more. The top-up must be locked; any other than a started one stays as it is. */
export async function abandonTopUp(tx: DbOrTx, ctx: Ctx, topUp: TopUpRow): Promise<TopUpRow> {
	if (topUp.state !== 'started') return topUp
	await writeAudit(tx, ctx, {
		action: 'top-up.abandon',
		facilityId: await facilityNow(tx, topUp),
		subjectKind: 'top-up',
		subjectId: topUp.id,
	})
	return changeTopUp(tx, topUp, { abandonedAt: ctx.now, nextPollAt: null })
}

async function noteMismatch(tx: DbOrTx, ctx: Ctx, topUp: TopUpRow, reported: PaymentState): Promise<TopUpRow> {
	const { id: topUpId, prisonerId, ore: ledgerOre } = topUp
	const news = await recordDiscrepancy(
		tx,
		{ kind: 'payment-mismatch', subject: reported.checkoutId, topUpId, prisonerId, stripeOre: reported.ore, ledgerOre },
		ctx.now,
	)
	if (news)
		await writeAudit(tx, ctx, {
			action: 'top-up.mismatch',
			facilityId: await facilityNow(tx, topUp),
			subjectKind: 'top-up',
			subjectId: topUpId,
		})
	// By its name Stripe can be asked again, also where its page was found by our reference alone; it is not to be paid on again.
	const noted = await changeTopUp(tx, topUp, {
		nextPollAt: null,
		checkoutId: topUp.checkoutId ?? reported.checkoutId,
		checkoutUrl: null,
	})
	const returned = reported.refunds.filter(({ state }) => state !== 'failed').reduce((sum, { ore }) => sum + ore, 0)
	return reported.ore !== null && returned >= reported.ore ? abandonTopUp(tx, ctx, noted) : noted
}

const dayMs = 86_400_000

/** Books a payment that has come in as agreed, and has the phone system told of it. The top-up must be locked and unpaid. */
export async function takePayment(tx: DbOrTx, ctx: Ctx, topUp: TopUpRow, reported: PaymentState): Promise<TopUpRow> {
	const { id, prisonerId, ore } = topUp
	const { now } = ctx
	const policy = await policyInForce(tx, topUp.facilityId, now)
	const paid = await changeTopUp(tx, topUp, {
		paidAt: now,
		paymentId: reported.paymentId,
		chargeId: reported.chargeId,
		checkoutId: reported.checkoutId,
		refundBy: new Date(now.getTime() + policy.topUp.autoRefundDays * dayMs),
		nextPollAt: null,
	})
	await book(tx, { kind: 'paid', causeId: id, prisonerId, ore, at: now })
	await insertCredit(tx, {
		id: newId(now),
		topUpId: id,
		prisonerId,
		ore,
		first: true,
		state: 'due',
		createdAt: now,
		tryAt: now,
	})
	await writeAudit(tx, ctx, {
		action: 'top-up.paid',
		facilityId: await facilityNow(tx, topUp),
		subjectKind: 'top-up',
		subjectId: id,
	})
	return paid
}
