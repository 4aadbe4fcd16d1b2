import type { SecurityLevel } from '#app/domain/prisoners/prisoner.ts'
import type { Cause } from '#app/domain/reviews/is-affected-by.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { Key } from '#db/queries/key.ts'
import { hasUnit, type PrisonerRow, updatePrisoner } from '#db/queries/prisoners.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { openReviews, type ReviewsOutcome } from '../reviews/open-reviews.server.ts'
import { transaction } from '../transaction.server.ts'
import { prisonerUnderLock } from './prisoner-under-lock.server.ts'

export interface TransferInput {
	prisoner: Key
	/** The facility's id. */
	to: string
	unit: string
	/** As before when left out. */
	securityLevel?: SecurityLevel
	/** Since when it is so, where the register has said; now when left out. */
	knownFrom?: Date
}

export interface PrisonerChanged extends ReviewsOutcome {
	prisoner: PrisonerRow
}

/**
 * A prisoner is now in another facility, or in another unit of the same. Permits stay as they are; the visits booked where the
 * prisoner was come under review, and those that the transfer before had brought under review are free again when it leads back.
 *
 * @throws ServiceError `not-found`, `not-allowed` (not an officer of where the prisoner was), `incomplete` (no such unit there)
 */
export async function transferPrisoner(ctx: Ctx, input: TransferInput): Promise<PrisonerChanged> {
	return transaction(ctx.db, (tx) => transferWithin(tx, ctx, input))
}

/** `transferPrisoner` as a part of a larger use case, in its transaction. */
export async function transferWithin(tx: DbOrTx, ctx: Ctx, input: TransferInput): Promise<PrisonerChanged> {
	const before = await prisonerUnderLock(tx, ctx, input.prisoner, 'register-events')
	if (!(await hasUnit(tx, input.to, input.unit)))
		throw new ServiceError('incomplete', 'There is no such unit', ['unit'])
	const { id: causeId } = before
	const { to: facilityId, unit, securityLevel = before.securityLevel, knownFrom = ctx.now } = input
	const prisoner = await updatePrisoner(tx, causeId, { facilityId, unit, securityLevel }, knownFrom)
	await writeAudit(tx, ctx, {
		action: 'prisoner.transfer',
		facilityId: before.facilityId,
		subjectKind: 'prisoner',
		subjectId: causeId,
		detail: {
			from: before.facilityId,
			to: input.to,
			fields: input.securityLevel ? ['unit', 'securityLevel'] : ['unit'],
		},
	})
	// The unit and the level are asked about too: of visits still booked where the prisoner comes back to.
	const causes: Cause[] = [
		{ cause: 'prisoner-transferred', causeId },
		{ cause: 'unit-changed', causeId },
		{ cause: 'security-level-changed', causeId },
	]
	return { prisoner, ...(await openReviews(tx, ctx, { causes, scope: { prisonerIds: [causeId] } })) }
}
