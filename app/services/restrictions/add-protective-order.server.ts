import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import { lockVisitors } from '#db/queries/bookings/locks.ts'
import type { Key } from '#db/queries/key.ts'
import {
	insertProtectiveOrder,
	type ProtectiveOrderRow,
	selectProtectiveOrderByForm,
} from '#db/queries/restrictions.ts'
import { selectVisitorId } from '#db/queries/visitors.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { prisonerUnderLock } from '../prisoners/prisoner-under-lock.server.ts'
import { openReviews, type ReviewsOutcome } from '../reviews/open-reviews.server.ts'
import { transaction } from '../transaction.server.ts'
import { requireOpenPeriod } from './require-period.ts'
import { type RestrictionGround, recordOf, requireSameForm } from './restriction-record.server.ts'

export interface ProtectInput extends RestrictionGround {
	visitor: Key
	prisoner: Key
	/** Now when left out. */
	from?: Date
	/** Open when left out. */
	to?: Date | null
	/** Its time does not run while the prisoner serves. */
	clockStopped?: boolean
	/** The court's or the police's own reference. */
	orderReference?: string | null
}

/**
 * Registers a restraining order between a visitor and a prisoner (straffeprosessloven § 222 a). Visits between the two while it
 * is in force come under review; nobody outside is told why.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `incomplete`
 */
export function addProtectiveOrder(
	ctx: Ctx,
	input: ProtectInput,
): Promise<ReviewsOutcome & { order: ProtectiveOrderRow }> {
	return transaction(ctx.db, (tx) => recordProtectiveOrder(tx, ctx, input))
}

/** The same within a transaction. */
export async function recordProtectiveOrder(
	tx: DbOrTx,
	ctx: Ctx,
	input: ProtectInput,
): Promise<ReviewsOutcome & { order: ProtectiveOrderRow }> {
	const clockStopped = input.clockStopped ?? false
	const { fromAt, toAt } = requireOpenPeriod(ctx, input, clockStopped)
	const prisoner = await prisonerUnderLock(tx, ctx, input.prisoner, 'screen-applications')
	const visitorId = await selectVisitorId(tx, input.visitor)
	if (!visitorId) throw new ServiceError('not-found', 'There is no such visitor')
	await lockVisitors(tx, [visitorId])
	const prisonerId = prisoner.id
	const before = input.idempotencyKey ? await selectProtectiveOrderByForm(tx, input.idempotencyKey) : null
	if (before) {
		await requireSameForm(tx, ctx, before, before.prisonerId === prisonerId && before.visitorId === visitorId)
		return { order: before, opened: [], closed: [] }
	}
	const order = await insertProtectiveOrder(tx, {
		...{ id: newId(ctx.now), ref: newRef(), visitorId, prisonerId, fromAt, toAt, clockStopped },
		orderReference: input.orderReference ?? null,
		...recordOf(ctx, input),
	})
	await writeAudit(tx, ctx, {
		action: 'protective-order.add',
		facilityId: prisoner.facilityId,
		subjectKind: 'protective-order',
		subjectId: order.id,
		detail: { visitor: visitorId, prisoner: prisonerId },
	})
	const causes = [{ cause: 'protective-order-added' as const, causeId: order.id }]
	return { order, ...(await openReviews(tx, ctx, { causes, scope: { prisonerId, visitorId } })) }
}
