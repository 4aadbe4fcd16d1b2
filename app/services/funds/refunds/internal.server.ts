import type { RefundCause } from '#app/domain/funds/refund.ts'
import { isBooked } from '#app/domain/funds/refund.ts'
import { leftOf } from '#app/domain/funds/top-up.ts'
import type { ReportedRefund } from '#app/integrations/payments.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import { recordDiscrepancy } from '#db/queries/funds/discrepancies.ts'
import { book } from '#db/queries/funds/ledger.ts'
import { insertRefund, type RefundRow, selectRefundsOf, updateRefund } from '#db/queries/funds/refunds.ts'
import type { TopUpRow } from '#db/queries/funds/top-ups.ts'
import { queueMessages } from '#db/queries/messages/queue.ts'
import { writeAudit } from '../../audit.server.ts'
import type { Ctx } from '../../context.ts'
import { changeTopUp, facilityNow } from '../payments/internal.server.ts'
import { followInPhone } from '../phone-credit/internal.server.ts'

/** Gives money back without anyone's asking. The top-up must be locked; `ore` is at most what is left of it. */
export async function createRefund(
	tx: DbOrTx,
	ctx: Ctx,
	topUp: TopUpRow,
	given: { ore: number; cause: Exclude<RefundCause, 'officer'>; stripeId?: string },
): Promise<TopUpRow> {
	const created = await insertRefund(tx, {
		id: newId(ctx.now),
		ref: newRef(),
		topUpId: topUp.id,
		prisonerId: topUp.prisonerId,
		ore: given.ore,
		cause: given.cause,
		needsSecond: false,
		proposedAt: ctx.now,
		...(given.stripeId === undefined
			? { state: 'due' as const, tryAt: ctx.now }
			: { state: 'sent' as const, stripeId: given.stripeId, sentAt: ctx.now }),
	})
	return bookRefund(tx, ctx, topUp, created)
}

/** Books a refund that is to be made, or has been: the money leaves the account and the payer is told. */
export async function bookRefund(tx: DbOrTx, ctx: Ctx, topUp: TopUpRow, created: RefundRow): Promise<TopUpRow> {
	const { id: causeId, ore, prisonerId } = created
	if (ore > leftOf(topUp)) throw new Error('More would go back than is left')
	await book(tx, { kind: 'refund', causeId, prisonerId, ore, at: ctx.now })
	const changed = await changeTopUp(tx, topUp, { refundedOre: topUp.refundedOre + ore })
	await followInPhone(tx, changed, -ore, ctx.now)
	await queueMessages(tx, [
		{
			kind: 'top-up-refunded',
			toVisitorId: topUp.payerId,
			topUpId: topUp.id,
			refundId: created.id,
			queuedAt: ctx.now,
		},
	])
	await writeAudit(tx, ctx, {
		action: 'refund.book',
		facilityId: await facilityNow(tx, topUp),
		subjectKind: 'refund',
		subjectId: created.id,
		detail: { topUp: topUp.id, cause: created.cause },
	})
	return changed
}

/** Takes a booked refund back that Stripe could not make: the money stands on the account again, for an officer to see to, and the payer is told. */
export async function reverseRefund(tx: DbOrTx, ctx: Ctx, topUp: TopUpRow, created: RefundRow): Promise<TopUpRow> {
	const { id: causeId, ore, prisonerId } = created
	await updateRefund(tx, created.id, { state: 'failed', failedAt: ctx.now, tryAt: null })
	await book(tx, { kind: 'refund-reversed', causeId, prisonerId, ore, at: ctx.now })
	const changed = await changeTopUp(tx, topUp, { refundedOre: topUp.refundedOre - ore })
	await followInPhone(tx, changed, ore, ctx.now)
	await recordDiscrepancy(
		tx,
		{ kind: 'refund-failed', subject: created.ref, topUpId: topUp.id, prisonerId, stripeOre: 0, ledgerOre: ore },
		ctx.now,
	)
	await queueMessages(tx, [
		{
			kind: 'top-up-not-refunded',
			toVisitorId: topUp.payerId,
			topUpId: topUp.id,
			refundId: created.id,
			queuedAt: ctx.now,
		},
	])
	await writeAudit(tx, ctx, {
		action: 'refund.fail',
		facilityId: await facilityNow(tx, topUp),
		subjectKind: 'refund',
		subjectId: created.id,
		detail: { topUp: topUp.id },
	})
	return changed
}

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
