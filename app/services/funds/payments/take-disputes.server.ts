import { leftOf } from '#app/domain/funds/top-up.ts'
import type { ReportedDispute } from '#app/integrations/payments.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId } from '#db/ids.ts'
import { recordDiscrepancy } from '#db/queries/funds/discrepancies.ts'
import { type DisputeRow, insertDispute, selectDisputesOf, updateDispute } from '#db/queries/funds/disputes.ts'
import { book } from '#db/queries/funds/ledger.ts'
import { selectRefundsOf } from '#db/queries/funds/refunds.ts'
import type { TopUpRow } from '#db/queries/funds/top-ups.ts'
import { writeAudit } from '../../audit.server.ts'
import type { Ctx } from '../../context.ts'
import { followInPhone } from '../phone-credit/internal.server.ts'
import { changeTopUp, facilityNow } from './internal.server.ts'

/**
 * Brings the books to what Stripe says of a payment's disputes. One that is open or lost takes its amount from the account at
 * once, spent or not; one that is won puts it back. What was refunded is not taken a second time.
 */
export async function takeDisputes(
	tx: DbOrTx,
	ctx: Ctx,
	topUp: TopUpRow,
	reported: readonly ReportedDispute[],
): Promise<TopUpRow> {
	let settled = topUp
	const known = await selectDisputesOf(tx, topUp.id)
	for (const one of reported) {
		const row = known.find(({ stripeId }) => stripeId === one.id) ?? (await open(tx, ctx, settled, one))
		settled = await follow(tx, ctx, settled, row, one)
	}
	return settled
}

async function open(tx: DbOrTx, ctx: Ctx, topUp: TopUpRow, reported: ReportedDispute): Promise<DisputeRow> {
	return insertDispute(tx, {
		id: newId(ctx.now),
		stripeId: reported.id,
		topUpId: topUp.id,
		prisonerId: topUp.prisonerId,
		ore: reported.ore,
		state: 'open',
		openedAt: ctx.now,
	})
}

async function follow(
	tx: DbOrTx,
	ctx: Ctx,
	topUp: TopUpRow,
	row: DisputeRow,
	reported: ReportedDispute,
): Promise<TopUpRow> {
	// What was read before the end came is older than what is written.
	const state = reported.state === 'open' ? row.state : reported.state
	const debitedOre = state === 'won' ? 0 : Math.min(row.ore, row.debitedOre + leftOf(topUp))
	const byOre = debitedOre - row.debitedOre
	if (state !== 'won' && debitedOre < row.ore && !(await isOnItsWay(tx, topUp)))
		await noteReturnedTwice(tx, ctx, row, debitedOre)
	if (byOre === 0 && state === row.state) return topUp
	const steps = row.steps + (byOre === 0 ? 0 : 1)
	await updateDispute(tx, row.id, {
		state,
		debitedOre,
		steps,
		endedAt: state === 'open' ? null : (row.endedAt ?? ctx.now),
	})
	await writeAudit(tx, ctx, {
		action: `dispute.${state}`,
		facilityId: await facilityNow(tx, topUp),
		subjectKind: 'dispute',
		subjectId: row.id,
		detail: { topUp: topUp.id },
	})
	return byOre === 0 ? topUp : debit(tx, ctx, topUp, row, byOre)
}

/** Takes so much more from the account, or puts it back where it is below zero. */
async function debit(tx: DbOrTx, ctx: Ctx, topUp: TopUpRow, row: DisputeRow, byOre: number): Promise<TopUpRow> {
	await book(tx, {
		kind: byOre > 0 ? 'dispute' : 'dispute-returned',
		causeId: row.id,
		step: row.steps,
		prisonerId: topUp.prisonerId,
		ore: Math.abs(byOre),
		at: ctx.now,
	})
	const changed = await changeTopUp(tx, topUp, { disputedOre: topUp.disputedOre + byOre })
	await followInPhone(tx, changed, -byOre, ctx.now)
	return changed
}

/** A refund that Stripe has not made yet is refused because of the dispute, which then takes the rest. */
async function isOnItsWay(tx: DbOrTx, topUp: TopUpRow): Promise<boolean> {
	return (await selectRefundsOf(tx, topUp.id)).some(({ state }) => state === 'due')
}

async function noteReturnedTwice(tx: DbOrTx, ctx: Ctx, row: DisputeRow, debitedOre: number): Promise<void> {
	const { stripeId, topUpId, prisonerId, ore } = row
	await recordDiscrepancy(
		tx,
		{ kind: 'returned-twice', subject: stripeId, topUpId, prisonerId, stripeOre: ore, ledgerOre: debitedOre },
		ctx.now,
	)
}
