import type { CourtRestrictionType } from '#app/domain/restrictions/restrictions.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import type { Key } from '#db/queries/key.ts'
import {
	type CourtRestrictionRow,
	insertCourtRestriction,
	selectCourtRestrictionByForm,
} from '#db/queries/restrictions.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { prisonerUnderLock } from '../prisoners/prisoner-under-lock.server.ts'
import { requireText } from '../require-text.ts'
import { openReviews, type ReviewsOutcome } from '../reviews/open-reviews.server.ts'
import { transaction } from '../transaction.server.ts'
import { requirePeriod } from './require-period.ts'
import { type RestrictionGround, recordOf, requireSameForm } from './restriction-record.server.ts'

export interface RestrictInput extends RestrictionGround {
	prisoner: Key
	type: CourtRestrictionType
	/** Now when left out. */
	from?: Date
	/** Its end is always given; a renewal is an order of its own. */
	to: Date
	/** The court's own reference. */
	orderReference: string
	/** Visitor ids whom the order excepts. */
	except?: readonly string[]
	/** Whether the order names counsel and authorities too. */
	coversOfficial?: boolean
}

/**
 * Registers a court's order on a prisoner (straffeprosessloven §§ 186, 186 a). Visits while it is in force that it bars, or that
 * are less controlled than it asks, come under review.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `incomplete` (no reference, or an end that does not follow the beginning)
 */
export function addCourtRestriction(
	ctx: Ctx,
	input: RestrictInput,
): Promise<ReviewsOutcome & { order: CourtRestrictionRow }> {
	return transaction(ctx.db, (tx) => recordCourtRestriction(tx, ctx, input))
}

/** The same within a transaction. */
export async function recordCourtRestriction(
	tx: DbOrTx,
	ctx: Ctx,
	input: RestrictInput,
): Promise<ReviewsOutcome & { order: CourtRestrictionRow }> {
	const { fromAt, toAt } = requirePeriod(ctx, input)
	const orderReference = requireText('orderReference', input.orderReference)
	const prisoner = await prisonerUnderLock(tx, ctx, input.prisoner, 'screen-applications')
	const before = input.idempotencyKey ? await selectCourtRestrictionByForm(tx, input.idempotencyKey) : null
	if (before) {
		await requireSameForm(tx, ctx, before, before.prisonerId === prisoner.id && before.type === input.type)
		return { order: before, opened: [], closed: [] }
	}
	const order = await insertCourtRestriction(tx, {
		...{ id: newId(ctx.now), ref: newRef(), prisonerId: prisoner.id, type: input.type },
		...{ orderReference, fromAt, toAt },
		exceptedVisitorIds: [...(input.except ?? [])],
		coversOfficial: input.coversOfficial ?? false,
		...recordOf(ctx, input),
	})
	await writeAudit(tx, ctx, {
		action: 'court-restriction.add',
		facilityId: prisoner.facilityId,
		subjectKind: 'court-restriction',
		subjectId: order.id,
		detail: { prisoner: prisoner.id, type: order.type },
	})
	const causes = [{ cause: 'court-restriction-added' as const, causeId: order.id }]
	return { order, ...(await openReviews(tx, ctx, { causes, scope: { prisonerIds: [prisoner.id] } })) }
}
