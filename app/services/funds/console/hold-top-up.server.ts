import { mayBeHeld } from '#app/domain/funds/available-actions.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { selectFirstCredit, updateCredit } from '#db/queries/funds/credits.ts'
import { lockTopUp, selectTopUp, type TopUpRow } from '#db/queries/funds/top-ups.ts'
import { writeAudit } from '../../audit.server.ts'
import { requireOfficer } from '../../authorise.ts'
import { isRepeatBy, lastActOn, wrongState } from '../../conflict.server.ts'
import type { Ctx } from '../../context.ts'
import { ServiceError } from '../../errors.ts'
import { requireUnrelated } from '../../restrictions/require-unrelated.ts'
import { transaction } from '../../transaction.server.ts'
import { changeTopUp, facilityOfTopUp } from '../payments/internal.server.ts'

/**
 * An officer keeps a top-up from being credited while it is looked into. It goes back by itself when its time is up. Kept back by
 * the same officer for the same reason already, it stays so.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `incomplete` (no reason), `wrong-state` (credited, over, or held already
 * otherwise)
 */
export async function holdTopUp(ctx: Ctx, input: { topUp: string; reason: string }): Promise<TopUpRow> {
	const reason = input.reason.trim()
	if (reason === '') throw new ServiceError('incomplete', 'Keeping money back takes a reason', ['reason'])
	return transaction(ctx.db, async (tx) => {
		const { topUp, officerId, facilityId } = await handled(tx, ctx, input.topUp)
		if (topUp.heldAt !== null) return heldBefore(tx, ctx, topUp, reason)
		if (!mayBeHeld({ state: topUp.state, credited: topUp.creditedAt !== null }))
			throw new ServiceError('wrong-state', 'It cannot be kept back')
		const held = await changeTopUp(tx, topUp, { heldBy: officerId, heldAt: ctx.now, holdReason: reason })
		await writeAudit(tx, ctx, { action: 'top-up.hold', facilityId, subjectKind: 'top-up', subjectId: topUp.id })
		return held
	})
}

/**
 * The top-up is credited after all. Released by the same officer before, it stays so.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `wrong-state` (not held)
 */
export async function releaseTopUp(ctx: Ctx, input: { topUp: string }): Promise<TopUpRow> {
	return transaction(ctx.db, async (tx) => {
		const { topUp, facilityId } = await handled(tx, ctx, input.topUp)
		if (topUp.heldAt === null) return releasedBefore(tx, ctx, topUp)
		const released = await changeTopUp(tx, topUp, { heldBy: null, heldAt: null, holdReason: null })
		const credit = await selectFirstCredit(tx, topUp.id)
		if (credit?.state === 'due') await updateCredit(tx, credit.id, { tryAt: ctx.now })
		await writeAudit(tx, ctx, { action: 'top-up.release-hold', facilityId, subjectKind: 'top-up', subjectId: topUp.id })
		return released
	})
}

async function heldBefore(tx: DbOrTx, ctx: Ctx, topUp: TopUpRow, reason: string): Promise<TopUpRow> {
	const by = topUp.heldBy === null ? null : ({ kind: 'officer', id: topUp.heldBy } as const)
	if (topUp.holdReason === reason && isRepeatBy(ctx, by)) return topUp
	const subject = { kind: 'top-up', ref: topUp.ref } as const
	throw await wrongState(tx, ctx, { what: 'payment-held', by, at: topUp.heldAt, subject })
}

async function releasedBefore(tx: DbOrTx, ctx: Ctx, topUp: TopUpRow): Promise<TopUpRow> {
	const act = await lastActOn(tx, { kind: 'top-up', id: topUp.id }, ['top-up.hold', 'top-up.release-hold'])
	const released = act?.action === 'top-up.release-hold' ? act : null
	if (released && isRepeatBy(ctx, released.by)) return topUp
	const subject = { kind: 'top-up', ref: topUp.ref } as const
	const [by, at] = [released?.by ?? null, released?.at ?? null]
	throw await wrongState(tx, ctx, { what: 'payment-released', by, at, subject })
}

async function handled(
	tx: DbOrTx,
	ctx: Ctx,
	ref: string,
): Promise<{ topUp: TopUpRow; officerId: string; facilityId: string }> {
	const found = await selectTopUp(tx, { ref })
	const facilityId = found && (await facilityOfTopUp(tx, ctx, found))
	if (!found || !facilityId) throw new ServiceError('not-found', 'There is no such top-up')
	const { officerId } = requireOfficer(ctx, 'handle-funds', facilityId)
	await requireUnrelated(tx, ctx, [found.payerId])
	return { topUp: await lockTopUp(tx, found.id), officerId, facilityId }
}
