import { proposalHours } from '#app/domain/funds/refund.ts'
import { refundShares } from '#app/domain/funds/refund-shares.ts'
import { leftOf } from '#app/domain/funds/top-up.ts'
import { unspentOf } from '#app/domain/funds/unspent.ts'
import { selectAccountMoney } from '#db/queries/funds/ledger.ts'
import {
	selectOldProposals,
	selectRefund,
	selectReleasedWithMoney,
	selectReturnable,
	updateRefund,
} from '#db/queries/funds/refunds.ts'
import { lockMoney, lockTopUp, selectOverdue } from '#db/queries/funds/top-ups.ts'
import { selectPrisoner } from '#db/queries/prisoners.ts'
import { writeAudit } from '../../audit.server.ts'
import type { Ctx } from '../../context.ts'
import { transaction } from '../../transaction.server.ts'
import { facilityNow } from '../payments/internal.server.ts'
import { createRefund } from './internal.server.ts'

const batch = 20

/** Gives back what released prisoners have left, to those who paid, the latest payment first. Returns how many refunds. */
export async function refundAfterRelease(ctx: Ctx): Promise<number> {
	const found = await selectReleasedWithMoney(ctx.db, batch)
	let given = 0
	for (const { id } of found) {
		await transaction(ctx.db, async (tx) => {
			await lockMoney(tx, id)
			const prisoner = await selectPrisoner(tx, { id })
			if (prisoner?.custody !== 'released') return
			const money = await selectAccountMoney(tx, id)
			for (const share of refundShares(await selectReturnable(tx, id), unspentOf(money))) {
				await createRefund(tx, ctx, await lockTopUp(tx, share.id), { ore: share.ore, cause: 'released' })
				given++
			}
		})
	}
	return given
}

/** Gives back in full what was paid and has waited too long to be credited. Returns how many. */
export async function refundOverdue(ctx: Ctx): Promise<number> {
	const found = await selectOverdue(ctx.db, ctx.now, batch)
	for (const { id } of found) {
		await transaction(ctx.db, async (tx) => {
			const topUp = await lockTopUp(tx, id)
			const ore = leftOf(topUp)
			if (topUp.creditedAt === null && ore > 0) await createRefund(tx, ctx, topUp, { ore, cause: 'waited-too-long' })
		})
	}
	return found.length
}

/** Ends proposals of refunds that no second officer took up in time. Returns how many. */
export async function lapseProposals(ctx: Ctx): Promise<number> {
	const found = await selectOldProposals(ctx.db, new Date(ctx.now.getTime() - proposalHours * 3_600_000), batch)
	for (const { id, topUpId } of found) {
		await transaction(ctx.db, async (tx) => {
			const topUp = await lockTopUp(tx, topUpId)
			const proposal = await selectRefund(tx, { id })
			if (proposal?.state !== 'proposed') return
			await updateRefund(tx, id, { state: 'lapsed' })
			await writeAudit(tx, ctx, {
				action: 'refund.lapse',
				facilityId: await facilityNow(tx, topUp),
				subjectKind: 'refund',
				subjectId: id,
			})
		})
	}
	return found.length
}
