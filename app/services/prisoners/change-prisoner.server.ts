import type { LegalStatus, SecurityLevel } from '#app/domain/prisoners/prisoner.ts'
import type { Cause } from '#app/domain/reviews/is-affected-by.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { Key } from '#db/queries/key.ts'
import { hasUnit, updatePrisoner } from '#db/queries/prisoners.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { openReviews } from '../reviews/open-reviews.server.ts'
import { transaction } from '../transaction.server.ts'
import { prisonerUnderLock } from './prisoner-under-lock.server.ts'
import type { PrisonerChanged } from './transfer-prisoner.server.ts'

export interface ChangePrisonerInput {
	prisoner: Key
	unit?: string
	securityLevel?: SecurityLevel
	legalStatus?: LegalStatus
	/** Since when it is so, where the register has said; now when left out. */
	knownFrom?: Date
}

const fields = ['unit', 'securityLevel', 'legalStatus'] as const

/**
 * A prisoner's unit, security level or legal status changed, in the facility where they are. Visits come under review where the
 * session or room is not for the prisoner any more, or its controls do not suit; a new legal status counts as a new level.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `incomplete` (no such unit)
 */
export async function changePrisoner(ctx: Ctx, input: ChangePrisonerInput): Promise<PrisonerChanged> {
	return transaction(ctx.db, (tx) => changeWithin(tx, ctx, input))
}

/** `changePrisoner` as a part of a larger use case, in its transaction. */
export async function changeWithin(tx: DbOrTx, ctx: Ctx, input: ChangePrisonerInput): Promise<PrisonerChanged> {
	const before = await prisonerUnderLock(tx, ctx, input.prisoner, 'register-events')
	const changed = fields.filter((field) => input[field] !== undefined && input[field] !== before[field])
	if (changed.length === 0) return { prisoner: before, opened: [], closed: [] }
	const { id: causeId } = before
	const { unit = before.unit, securityLevel = before.securityLevel, legalStatus = before.legalStatus } = input
	if (!(await hasUnit(tx, before.facilityId, unit)))
		throw new ServiceError('incomplete', 'There is no such unit', ['unit'])
	const prisoner = await updatePrisoner(tx, causeId, { unit, securityLevel, legalStatus }, input.knownFrom ?? ctx.now)
	await writeAudit(tx, ctx, {
		action: 'prisoner.change',
		facilityId: before.facilityId,
		subjectKind: 'prisoner',
		subjectId: causeId,
		detail: { fields: changed },
	})
	const causes: Cause[] = []
	if (changed.includes('unit')) causes.push({ cause: 'unit-changed', causeId })
	if (changed.some((field) => field !== 'unit')) causes.push({ cause: 'security-level-changed', causeId })
	return { prisoner, ...(await openReviews(tx, ctx, { causes, scope: { prisonerIds: [causeId] } })) }
}
