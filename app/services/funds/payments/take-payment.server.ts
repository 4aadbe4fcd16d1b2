import type { PaymentState } from '#app/integrations/payments.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId } from '#db/ids.ts'
import { insertCredit } from '#db/queries/funds/credits.ts'
import { book } from '#db/queries/funds/ledger.ts'
import type { TopUpRow } from '#db/queries/funds/top-ups.ts'
import { writeAudit } from '../../audit.server.ts'
import type { Ctx } from '../../context.ts'
import { policyInForce } from '../../policy.server.ts'
import { changeTopUp } from './change-top-up.server.ts'
import { facilityNow } from './facility-of-top-up.server.ts'

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
