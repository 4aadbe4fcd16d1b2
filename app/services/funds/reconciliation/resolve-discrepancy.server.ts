import type { DiscrepancyResolution } from '#app/domain/funds/states.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { withdrawCredit } from '#db/queries/funds/credits.ts'
import { type DiscrepancyRow, lockDiscrepancy, updateDiscrepancyResolved } from '#db/queries/funds/discrepancies.ts'
import { lockTopUp, selectTopUp } from '#db/queries/funds/top-ups.ts'
import { selectPrisoner } from '#db/queries/prisoners.ts'
import { writeAudit } from '../../audit.server.ts'
import { type OfficerActor, requireOfficerHere } from '../../authorise.ts'
import { isRepeatBy, wrongState } from '../../conflict.server.ts'
import type { Ctx, ServiceDeps } from '../../context.ts'
import { ServiceError } from '../../errors.ts'
import { requireUnrelated } from '../../restrictions/require-unrelated.ts'
import { transaction } from '../../transaction.server.ts'
import { timeoutAsBusy } from '../payments/internal.server.ts'
import { settlePayment } from '../payments/settle-payment.server.ts'

export interface ResolveDiscrepancyInput {
	/** The difference's reference. */
	discrepancy: string
	/** What was found out, or done about it. */
	note: string
}

/**
 * An officer ends a difference. Where it is about a payment, Stripe is asked once more and the books follow: what could be put
 * right is put right by that, and the difference ends `repaired` when anything was; else it ends `explained`. A phone system that
 * has not answered is asked no more. Ended by the same officer with the same note before, it stays so.
 *
 * @throws ServiceError `not-found`, `not-allowed` (also for whoever is related to the payer), `incomplete` (no note), `wrong-state`
 * (ended already otherwise), `busy` (Stripe cannot be asked now)
 */
export async function resolveDiscrepancy(
	ctx: Ctx & ServiceDeps,
	input: ResolveDiscrepancyInput,
): Promise<DiscrepancyResolution> {
	const { payments } = ctx
	const note = input.note.trim()
	if (note === '') throw new ServiceError('incomplete', 'It takes a note', ['note'])
	const before = await transaction(ctx.db, async (tx) => {
		const { found } = await handled(tx, ctx, input.discrepancy)
		return found.endedAt === null ? found : endedBefore(tx, ctx, found, note)
	})
	if (typeof before === 'string') return before
	const topUp = before.topUpId === null ? null : await selectTopUp(ctx.db, { id: before.topUpId })
	const reported = topUp?.checkoutId && payments ? await timeoutAsBusy(payments.payment(topUp.checkoutId)) : null
	return transaction(ctx.db, async (tx) => {
		if (topUp) await lockTopUp(tx, topUp.id)
		// What Stripe tells is booked by nobody's hand.
		const system: Ctx = { ...ctx, actor: { kind: 'system' } }
		const settled =
			topUp && reported && payments ? await settlePayment(tx, system, topUp.id, reported, payments.live) : null
		const { found, officer, facilityId } = await handled(tx, ctx, input.discrepancy)
		if (found.endedAt !== null) return endedBefore(tx, ctx, found, note)
		const moved =
			settled !== null &&
			topUp !== null &&
			(settled.paidAt?.getTime() !== topUp.paidAt?.getTime() ||
				settled.refundedOre !== topUp.refundedOre ||
				settled.disputedOre !== topUp.disputedOre)
		const resolution = moved ? 'repaired' : 'explained'
		await updateDiscrepancyResolved(tx, found.id, { endedAt: ctx.now, endedBy: officer.officerId, resolution, note })
		// From here on it is between the prison and its phone system.
		if (found.kind === 'phone-silent') await withdrawCredit(tx, found.subject)
		await writeAudit(tx, ctx, {
			action: 'discrepancy.resolve',
			facilityId,
			subjectKind: 'discrepancy',
			subjectId: found.id,
			detail: { kind: found.kind, resolution },
		})
		return resolution
	})
}

/** How it was ended, where the same officer did it with the same note. @throws ServiceError `wrong-state` otherwise */
async function endedBefore(tx: DbOrTx, ctx: Ctx, ended: DiscrepancyRow, note: string): Promise<DiscrepancyResolution> {
	const by = ended.endedBy === null ? null : ({ kind: 'officer', id: ended.endedBy } as const)
	if (ended.resolution !== null && ended.note === note && isRepeatBy(ctx, by)) return ended.resolution
	const subject = { kind: 'reconciliation', ref: ended.ref } as const
	throw await wrongState(tx, ctx, { what: 'discrepancy-resolved', by, at: ended.endedAt, subject })
}

/** The difference, locked, for an officer who handles money where its prisoner is, or its call was made; what is about nobody is any's. */
async function handled(
	tx: DbOrTx,
	ctx: Ctx,
	ref: string,
): Promise<{ found: DiscrepancyRow; officer: OfficerActor; facilityId: string }> {
	const officer = requireOfficerHere(ctx, 'handle-funds')
	const { facilityId } = officer
	const found = await lockDiscrepancy(tx, ref)
	const prisoner = found?.prisonerId ? await selectPrisoner(tx, { id: found.prisonerId }) : null
	if (!found || (prisoner && (found.facilityId ?? prisoner.facilityId) !== facilityId))
		throw new ServiceError('not-found', 'There is no such difference')
	const topUp = found.topUpId === null ? null : await selectTopUp(tx, { id: found.topUpId })
	if (topUp) await requireUnrelated(tx, ctx, [topUp.payerId])
	return { found, officer, facilityId }
}
