import { isProposalOld, needsSecondOfficer } from '#app/domain/funds/refund.ts'
import { leftOf } from '#app/domain/funds/top-up.ts'
import { mostRefundable } from '#app/domain/funds/unspent.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import { selectAccountMoney } from '#db/queries/funds/ledger.ts'
import { insertRefund, type RefundRow, selectRefund, selectRefundsOf, updateRefund } from '#db/queries/funds/refunds.ts'
import { lockTopUp, selectTopUp, type TopUpRow } from '#db/queries/funds/top-ups.ts'
import { writeAudit } from '../../audit.server.ts'
import { type OfficerActor, requireOfficer } from '../../authorise.ts'
import { isRepeatBy, wrongState } from '../../conflict.server.ts'
import type { Ctx } from '../../context.ts'
import { ServiceError } from '../../errors.ts'
import { policyInForce } from '../../policy.server.ts'
import { requireUnrelated } from '../../restrictions/require-unrelated.ts'
import { transaction } from '../../transaction.server.ts'
import { facilityOfTopUp } from '../payments/internal.server.ts'
import { bookRefund } from './internal.server.ts'

export interface RefundInput {
	/** The top-up's reference. */
	topUp: string
	/** Whole øre. */
	ore: number
	reason: string
	/** The form's own key: sent twice, it refunds once. */
	idempotencyKey: string
}

/**
 * An officer gives money back to its payer. Up to `refundAloneOre` of a top-up it is done (`due`, then `sent`); above, it is a proposal
 * that another officer approves (`proposed`), and that lapses after three days.
 *
 * @throws ServiceError `not-found`, `not-allowed` (not with money there, or related to the payer), `incomplete` (no reason, or no
 * amount), `wrong-state` (more than is left or unspent, or the form was sent before, and otherwise)
 */
export async function refundTopUp(ctx: Ctx, input: RefundInput): Promise<RefundRow> {
	const reason = input.reason.trim()
	const missing = [...(reason === '' ? ['reason'] : []), ...(isAmount(input.ore) ? [] : ['ore'])]
	if (missing.length > 0) throw new ServiceError('incomplete', 'A refund takes an amount and a reason', missing)
	return transaction(ctx.db, async (tx) => {
		const { topUp, officer, facilityId } = await handled(tx, ctx, { ref: input.topUp })
		const before = await selectRefund(tx, { idempotencyKey: input.idempotencyKey })
		if (before) {
			if (before.topUpId !== topUp.id) throw new ServiceError('not-found', 'There is no such form')
			return proposedBefore(tx, ctx, topUp, before, { ore: input.ore, reason })
		}
		await requireRefundable(tx, topUp, input.ore)
		const policy = await policyInForce(tx, facilityId, ctx.now)
		const needsSecond = needsSecondOfficer(input.ore, await selectRefundsOf(tx, topUp.id), policy)
		const created = await insertRefund(tx, {
			id: newId(ctx.now),
			ref: newRef(),
			idempotencyKey: input.idempotencyKey,
			topUpId: topUp.id,
			prisonerId: topUp.prisonerId,
			ore: input.ore,
			cause: 'officer',
			reason,
			needsSecond,
			proposedBy: officer.officerId,
			proposedAt: ctx.now,
			...(needsSecond ? { state: 'proposed' as const } : { state: 'due' as const, tryAt: ctx.now }),
		})
		await writeAudit(tx, ctx, {
			action: needsSecond ? 'refund.propose' : 'refund.create',
			facilityId,
			subjectKind: 'refund',
			subjectId: created.id,
			detail: { topUp: topUp.id },
		})
		if (!needsSecond) await bookRefund(tx, ctx, topUp, created)
		return created
	})
}

/**
 * A second officer approves a proposed refund, or declines it. Approving does what was proposed, as it was proposed; what is
 * unspent is asked again. The same officer's same answer again changes nothing.
 *
 * @throws ServiceError `not-found`, `not-allowed` (the same officer, not with money there, or related to the payer), `wrong-state`
 * (not proposed any more, too old, or more than is left or unspent by now)
 */
export async function decideRefund(ctx: Ctx, input: { refund: string; approve: boolean }): Promise<RefundRow> {
	return transaction(ctx.db, async (tx) => {
		const found = await selectRefund(tx, { ref: input.refund })
		if (!found) throw new ServiceError('not-found', 'There is no such refund')
		const { topUp, officer, facilityId } = await handled(tx, ctx, { id: found.topUpId })
		const proposal = await selectRefund(tx, { id: found.id })
		if (!proposal) throw new ServiceError('not-found', 'There is no such refund')
		if (proposal.state !== 'proposed' || isProposalOld(proposal.proposedAt, ctx.now))
			return decidedBefore(tx, ctx, proposal, input.approve)
		if (proposal.proposedBy === officer.officerId)
			throw new ServiceError('not-allowed', 'Another officer decides what one proposed')
		if (input.approve) await requireRefundable(tx, topUp, proposal.ore)
		const decided = await updateRefund(tx, proposal.id, {
			decidedBy: officer.officerId,
			decidedAt: ctx.now,
			...(input.approve ? { state: 'due', tryAt: ctx.now } : { state: 'declined' }),
		})
		await writeAudit(tx, ctx, {
			action: input.approve ? 'refund.approve' : 'refund.decline',
			facilityId,
			subjectKind: 'refund',
			subjectId: proposal.id,
			detail: { topUp: topUp.id },
		})
		if (input.approve) await bookRefund(tx, ctx, topUp, decided)
		return decided
	})
}

/** The refund, where the same officer proposed the same. @throws ServiceError `wrong-state` otherwise */
async function proposedBefore(
	tx: DbOrTx,
	ctx: Ctx,
	topUp: TopUpRow,
	created: RefundRow,
	ruleInput: Pick<RefundRow, 'ore' | 'reason'>,
): Promise<RefundRow> {
	const by = { kind: 'officer', id: created.proposedBy } as const
	if (created.ore === ruleInput.ore && created.reason === ruleInput.reason && isRepeatBy(ctx, by)) return created
	const subject = { kind: 'top-up', ref: topUp.ref } as const
	throw await wrongState(tx, ctx, { what: 'form-used', by, at: created.proposedAt, subject })
}

/** The refund, where the same officer gave the same answer. @throws ServiceError `wrong-state` otherwise */
async function decidedBefore(tx: DbOrTx, ctx: Ctx, decided: RefundRow, approve: boolean): Promise<RefundRow> {
	const by = decided.decidedBy === null ? null : ({ kind: 'officer', id: decided.decidedBy } as const)
	const wasApproved = decided.state !== 'declined'
	if (wasApproved === approve && isRepeatBy(ctx, by)) return decided
	const what = by === null ? 'refund-lapsed' : wasApproved ? 'refund-approved' : 'refund-declined'
	const subject = { kind: 'refund', ref: decided.ref } as const
	throw await wrongState(tx, ctx, { what, by, at: decided.decidedAt, subject })
}

const isAmount = (ore: number) => Number.isSafeInteger(ore) && ore > 0

/** The top-up, locked, for an officer who handles the money where its prisoner is now. */
async function handled(
	tx: DbOrTx,
	ctx: Ctx,
	key: { id: string } | { ref: string },
): Promise<{ topUp: TopUpRow; officer: OfficerActor; facilityId: string }> {
	const found = await selectTopUp(tx, key)
	const facilityId = found && (await facilityOfTopUp(tx, ctx, found))
	if (!found || !facilityId) throw new ServiceError('not-found', 'There is no such top-up')
	const officer = requireOfficer(ctx, 'handle-funds', facilityId)
	await requireUnrelated(tx, ctx, [found.payerId])
	return { topUp: await lockTopUp(tx, found.id), officer, facilityId }
}

async function requireRefundable(tx: DbOrTx, topUp: TopUpRow, ore: number): Promise<void> {
	const most = mostRefundable(
		{ left: leftOf(topUp), credited: topUp.creditedAt !== null },
		await selectAccountMoney(tx, topUp.prisonerId),
	)
	if (ore > most) throw new ServiceError('wrong-state', 'More than is left of it and unspent')
}
