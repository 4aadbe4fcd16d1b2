import { isBooked } from '#app/domain/funds/refund.ts'
import { leftOf } from '#app/domain/funds/top-up.ts'
import type { ReportedRefund } from '#app/integrations/payments.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { recordDiscrepancy } from '#db/queries/funds/discrepancies.ts'
import { type RefundRow, selectRefundsOf, updateRefund } from '#db/queries/funds/refunds.ts'
import type { TopUpRow } from '#db/queries/funds/top-ups.ts'
import type { Ctx } from '../../context.ts'
import { createRefund, reverseRefund } from './book-refund.server.ts'

/** Brings the books to what Stripe says of a payment's refunds: ours, and those made in Stripe's own console. */
export async function takeRefunds(
	tx: DbOrTx,
	ctx: Ctx,
	topUp: TopUpRow,
	reported: readonly ReportedRefund[],
): Promise<TopUpRow> {
	let settled = topUp
	const known = await selectRefundsOf(tx, topUp.id)
	for (const one of reported) {
		const ours = known.find((row) => row.stripeId === one.id || row.ref === one.reference)
		settled = ours ? await follow(tx, ctx, settled, ours, one) : await takeNew(tx, ctx, settled, one)
	}
	return settled
}

async function follow(
	tx: DbOrTx,
	ctx: Ctx,
	topUp: TopUpRow,
	ours: RefundRow,
	reported: ReportedRefund,
): Promise<TopUpRow> {
	if (ours.stripeId === null)
		await updateRefund(tx, ours.id, {
			stripeId: reported.id,
			...(ours.state === 'due' ? { state: 'sent' as const, sentAt: ctx.now, tryAt: null } : {}),
		})
	return reported.state === 'failed' && isBooked(ours.state) ? reverseRefund(tx, ctx, topUp, ours) : topUp
}

async function takeNew(tx: DbOrTx, ctx: Ctx, topUp: TopUpRow, reported: ReportedRefund): Promise<TopUpRow> {
	if (reported.state === 'failed') return topUp
	const ore = Math.min(reported.ore, leftOf(topUp))
	if (ore < reported.ore)
		await recordDiscrepancy(
			tx,
			{
				kind: 'returned-twice',
				subject: reported.id,
				topUpId: topUp.id,
				prisonerId: topUp.prisonerId,
				stripeOre: reported.ore,
				ledgerOre: ore,
			},
			ctx.now,
		)
	return ore > 0 ? createRefund(tx, ctx, topUp, { ore, cause: 'at-stripe', stripeId: reported.id }) : topUp
}
