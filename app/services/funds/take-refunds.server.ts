import { isBooked } from '#app/domain/funds/refund.ts'
import { leftOf } from '#app/domain/funds/top-up.ts'
import type { RefundTold } from '#app/integrations/payments.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { noteDifference } from '#db/queries/funds/differences.ts'
import { type RefundRow, selectRefundsOf, updateRefund } from '#db/queries/funds/refunds.ts'
import type { TopUpRow } from '#db/queries/funds/top-ups.ts'
import type { Ctx } from '../context.ts'
import { giveBack, reverseRefund } from './give-back.server.ts'

/** Brings the books to what Stripe says of a payment's refunds: ours, and those made in Stripe's own console. */
export async function takeRefunds(
	tx: DbOrTx,
	ctx: Ctx,
	topUp: TopUpRow,
	told: readonly RefundTold[],
): Promise<TopUpRow> {
	let settled = topUp
	const known = await selectRefundsOf(tx, topUp.id)
	for (const one of told) {
		const ours = known.find((row) => row.stripeId === one.id || row.ref === one.reference)
		settled = ours ? await follow(tx, ctx, settled, ours, one) : await takeNew(tx, ctx, settled, one)
	}
	return settled
}

async function follow(tx: DbOrTx, ctx: Ctx, topUp: TopUpRow, ours: RefundRow, told: RefundTold): Promise<TopUpRow> {
	if (ours.stripeId === null)
		await updateRefund(tx, ours.id, {
			stripeId: told.id,
			...(ours.state === 'due' ? { state: 'sent' as const, sentAt: ctx.now, tryAt: null } : {}),
		})
	return told.state === 'failed' && isBooked(ours.state) ? reverseRefund(tx, ctx, topUp, ours) : topUp
}

async function takeNew(tx: DbOrTx, ctx: Ctx, topUp: TopUpRow, told: RefundTold): Promise<TopUpRow> {
	if (told.state === 'failed') return topUp
	const ore = Math.min(told.ore, leftOf(topUp))
	if (ore < told.ore)
		await noteDifference(
			tx,
			{
				kind: 'returned-twice',
				subject: told.id,
				topUpId: topUp.id,
				prisonerId: topUp.prisonerId,
				stripeOre: told.ore,
				ledgerOre: ore,
			},
			ctx.now,
		)
	return ore > 0 ? giveBack(tx, ctx, topUp, { ore, cause: 'at-stripe', stripeId: told.id }) : topUp
}
