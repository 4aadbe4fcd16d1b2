import type { LegalStatus, SecurityLevel } from '#app/domain/prisoners/prisoner.ts'
import type { ReviewCause } from '#app/domain/reviews/causes.ts'
import type { Key } from '#db/queries/key.ts'
import type { PrisonerRow } from '#db/queries/prisoners.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'
import { prisonerUnderLock } from './prisoner-under-lock.server.ts'
import { type PrisonerChanged, type PrisonerEvent, recordEvents } from './record-events.server.ts'

export interface PrisonerTraits {
	unit?: string
	securityLevel?: SecurityLevel
	legalStatus?: LegalStatus
}

export interface ChangePrisonerInput extends PrisonerTraits {
	prisoner: Key
}

const fields = ['unit', 'securityLevel', 'legalStatus'] as const

/**
 * A prisoner's unit, security level or legal status changed, in the facility where they are. Visits come under review where the
 * session or room is not for the prisoner any more, or its controls do not suit; a new legal status counts as a new level.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `incomplete` (no such unit)
 */
export async function changePrisoner(ctx: Ctx, { prisoner, ...traits }: ChangePrisonerInput): Promise<PrisonerChanged> {
	return transaction(ctx.db, async (tx) => {
		const before = await prisonerUnderLock(tx, ctx, prisoner, 'register-events')
		return recordEvents(tx, ctx, before, traitEvents(before, traits))
	})
}

/** What of these is another than before, as one event; none when nothing is. */
export function traitEvents(before: PrisonerRow, traits: PrisonerTraits): PrisonerEvent[] {
	const changed = fields.filter((field) => traits[field] !== undefined && traits[field] !== before[field])
	if (changed.length === 0) return []
	const { unit = before.unit, securityLevel = before.securityLevel, legalStatus = before.legalStatus } = traits
	const causes: ReviewCause[] = []
	if (changed.includes('unit')) causes.push('unit-changed')
	if (changed.some((field) => field !== 'unit')) causes.push('security-level-changed')
	const change = { unit, securityLevel, legalStatus }
	return [{ action: 'prisoner.change', detail: { fields: changed }, change, causes }]
}
