import { rolesIn } from '#app/domain/access/roles.ts'
import { availableOnTopUp, type TopUpAction } from '#app/domain/funds/available-actions.ts'
import { leftOf } from '#app/domain/funds/top-up.ts'
import { mostRefundable, unspentOf } from '#app/domain/funds/unspent.ts'
import { type CreditRow, selectCreditsOf } from '#db/queries/funds/credits.ts'
import { type DisputeRow, selectDisputesOf } from '#db/queries/funds/disputes.ts'
import { selectAccountMoney } from '#db/queries/funds/ledger.ts'
import {
	type BookedTransaction,
	type KnownTopUp,
	selectAccount,
	selectBookedFor,
	selectEventsOf,
	selectKnownTopUp,
} from '#db/queries/funds/officers.ts'
import { type RefundRow, selectRefundsOf } from '#db/queries/funds/refunds.ts'
import { audited } from '../audit.server.ts'
import { requireOfficer } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { look } from '../look.server.ts'

/** Transactions of an account shown at once. */
const page = 100

/** All that is known of one top-up. Amounts are whole øre. */
export interface TopUpStory extends KnownTopUp {
	/** Every øre of it in the books, the oldest first. */
	booked: BookedTransaction[]
	refunds: RefundRow[]
	disputes: DisputeRow[]
	credits: CreditRow[]
	events: { type: string; receivedAt: Date; cameBy: 'webhook' | 'reconciliation' }[]
	/** The most that may be given back of it now. */
	refundableOre: number
	account: { balanceOre: number; unspentOre: number; booked: BookedTransaction[] }
	actions: TopUpAction[]
}

/** One top-up of the officer's facility, with its whole story. Looking is logged. @throws ServiceError `not-found`, `not-allowed` */
export async function topUpStory(ctx: Ctx, ref: string): Promise<TopUpStory> {
	const { actor } = ctx
	if (actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	requireOfficer(ctx, 'see-money', actor.facilityId)
	return look(ctx, async (tx) => {
		const found = await selectKnownTopUp(tx, ref)
		if (!found || found.facilityId !== actor.facilityId) throw new ServiceError('not-found', 'There is no such top-up')
		const { topUp, payer, prisoner } = found
		await audited(tx, ctx, {
			action: 'top-up.view',
			subjectKind: 'top-up',
			subjectId: topUp.id,
			detail: { payer: payer.id, prisoner: prisoner.id },
		})
		const money = await selectAccountMoney(tx, prisoner.id)
		const refunds = await selectRefundsOf(tx, topUp.id)
		const most = mostRefundable({ left: leftOf(topUp), credited: topUp.creditedAt !== null }, money)
		return {
			...{ topUp, payer, prisoner },
			booked: await selectBookedFor(tx, topUp.id),
			refunds,
			disputes: await selectDisputesOf(tx, topUp.id),
			credits: await selectCreditsOf(tx, topUp.id),
			events: (await selectEventsOf(tx, topUp.id)).map(({ type, receivedAt, cameBy }) => ({
				type,
				receivedAt,
				cameBy,
			})),
			refundableOre: most,
			account: { ...(await selectAccount(tx, prisoner.id, page)), unspentOre: unspentOf(money) },
			actions: availableOnTopUp(
				{ state: topUp.state, held: topUp.heldAt !== null, credited: topUp.creditedAt !== null, refundableOre: most },
				rolesIn(actor.grants, actor.facilityId),
			),
		}
	})
}
