import { aloneOre, isProposalOld } from '#app/domain/funds/refund.ts'
import { leftOf } from '#app/domain/funds/top-up.ts'
import { mostRefundable } from '#app/domain/funds/unspent.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type NamedTopUp, selectNamedTopUp } from '#db/queries/funds/console.ts'
import { selectAccountMoney } from '#db/queries/funds/ledger.ts'
import { selectOfficerNames } from '#db/queries/funds/officer-names.ts'
import { type RefundRow, selectRefund, selectRefundsOf } from '#db/queries/funds/refunds.ts'
import { selectTopUp } from '#db/queries/funds/top-ups.ts'
import { writeAudit } from '../../audit.server.ts'
import { auditedRead } from '../../audited-read.server.ts'
import { requireOfficerHere } from '../../authorise.ts'
import type { Ctx } from '../../context.ts'
import { ServiceError } from '../../errors.ts'
import { policyInForce } from '../../policy.server.ts'

/** What a refund of a top-up is bound by now, in whole øre. */
export interface RefundTerms extends NamedTopUp {
	/** The most that may go back. */
	mostOre: number
	/** One officer does it alone up to this, which is less than the policy's limit where one has done so before. */
	aloneOre: number
}

/** What may be given back of a top-up. Access is logged. @throws ServiceError `not-found`, `not-allowed` */
export async function refundTerms(ctx: Ctx, ref: string): Promise<RefundTerms> {
	return auditedRead(ctx, async (tx) => {
		const terms = await termsOf(tx, ctx, ref)
		await writeAudit(tx, ctx, {
			action: 'top-up.view',
			subjectKind: 'top-up',
			subjectId: terms.topUp.id,
			detail: { payer: terms.payer.id, prisoner: terms.prisoner.id },
		})
		return terms
	})
}

/** A refund as it stands before a second officer. */
export interface RefundToDecide extends RefundTerms {
	refund: RefundRow
	/** Who proposed it, and who decided. */
	proposer: string | null
	decider: string | null
	/** Another officer proposed it: this one may decide. */
	mayDecide: boolean
}

/** A proposed refund, exactly as it would be done. Access is logged. @throws ServiceError `not-found`, `not-allowed` */
export async function refundToDecide(ctx: Ctx, ref: string): Promise<RefundToDecide> {
	return auditedRead(ctx, async (tx) => {
		const refund = await selectRefund(tx, { ref })
		const topUp = refund && (await selectTopUp(tx, { id: refund.topUpId }))
		if (!refund || !topUp) throw new ServiceError('not-found', 'There is no such refund')
		const terms = await termsOf(tx, ctx, topUp.ref)
		const names = await selectOfficerNames(tx, [refund.proposedBy, refund.decidedBy])
		const me = ctx.actor.kind === 'officer' ? ctx.actor.officerId : null
		await writeAudit(tx, ctx, {
			action: 'refund.view',
			subjectKind: 'refund',
			subjectId: refund.id,
			detail: { topUp: topUp.id, payer: terms.payer.id, prisoner: terms.prisoner.id },
		})
		return {
			...terms,
			refund,
			proposer: names.get(refund.proposedBy ?? '') ?? null,
			decider: names.get(refund.decidedBy ?? '') ?? null,
			mayDecide: refund.state === 'proposed' && !isProposalOld(refund.proposedAt, ctx.now) && refund.proposedBy !== me,
		}
	})
}

/** Of an officer who handles the money where the prisoner is now; for all others there is no such top-up. */
async function termsOf(tx: DbOrTx, ctx: Ctx, ref: string): Promise<RefundTerms> {
	const { facilityId } = requireOfficerHere(ctx, 'handle-funds')
	const found = await selectNamedTopUp(tx, ref)
	if (!found || found.facilityId !== facilityId) throw new ServiceError('not-found', 'There is no such top-up')
	const { topUp, payer, prisoner } = found
	const money = await selectAccountMoney(tx, prisoner.id)
	const policy = await policyInForce(tx, facilityId, ctx.now)
	return {
		...{ topUp, payer, prisoner },
		mostOre: mostRefundable({ left: leftOf(topUp), credited: topUp.creditedAt !== null }, money),
		aloneOre: aloneOre(await selectRefundsOf(tx, topUp.id), policy),
	}
}
