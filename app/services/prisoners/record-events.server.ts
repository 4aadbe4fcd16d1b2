import type { ReviewCause } from '#app/domain/reviews/causes.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId } from '#db/ids.ts'
import { type AuditDetail, insertAudit } from '#db/queries/audit.ts'
import {
	hasUnit,
	insertTransfer,
	type PrisonerChange,
	type PrisonerRow,
	updatePrisoner,
} from '#db/queries/prisoners.ts'
import { auditEntry } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { openReviews, type ReviewsOutcome } from '../reviews/open-reviews.server.ts'

/** One aspect of a prisoner that is another now: what is written of it, and what it may do to visits. */
export interface PrisonerEvent {
	action: 'prisoner.correct' | 'prisoner.custody' | 'prisoner.release' | 'prisoner.change' | 'prisoner.transfer'
	detail: AuditDetail
	change: PrisonerChange
	/** Empty where it can only end reviews; null where no rule of a visit reads what changes. */
	causes: readonly ReviewCause[] | null
}

export interface PrisonerChanged extends ReviewsOutcome {
	prisoner: PrisonerRow
}

/**
 * Records events of a prisoner who is locked, as one act: one write, an audit row for each event, and each booking to come
 * evaluated once, with the causes of all of them.
 *
 * @throws ServiceError `incomplete` (no such unit)
 */
export async function recordEvents(
	tx: DbOrTx,
	ctx: Ctx,
	before: PrisonerRow,
	events: readonly PrisonerEvent[],
	knownFrom: Date = ctx.now,
): Promise<PrisonerChanged> {
	if (events.length === 0) return { prisoner: before, opened: [], closed: [] }
	const change: PrisonerChange = {}
	for (const event of events) Object.assign(change, event.change)
	await requireUnit(tx, before, change)
	const { id: causeId, facilityId } = before
	const prisoner = await updatePrisoner(tx, causeId, change, knownFrom)
	if (prisoner.facilityId !== facilityId)
		await insertTransfer(tx, {
			...{ id: newId(ctx.now), prisonerId: causeId, at: knownFrom },
			...{ fromFacilityId: facilityId, toFacilityId: prisoner.facilityId },
		})
	await insertAudit(
		tx,
		events.map(({ action, detail }) =>
			auditEntry(ctx, { action, facilityId, subjectKind: 'prisoner', subjectId: causeId, detail }),
		),
	)
	if (events.every(({ causes }) => causes === null)) return { prisoner, opened: [], closed: [] }
	const causes = [...new Set(events.flatMap((event) => event.causes ?? []))].map((cause) => ({ cause, causeId }))
	return { prisoner, ...(await openReviews(tx, ctx, { causes, scope: { prisonerIds: [causeId] } })) }
}

async function requireUnit(tx: DbOrTx, before: PrisonerRow, change: PrisonerChange): Promise<void> {
	const { facilityId = before.facilityId, unit = before.unit } = change
	if (facilityId === before.facilityId && unit === before.unit) return
	if (!(await hasUnit(tx, facilityId, unit))) throw new ServiceError('incomplete', 'There is no such unit', ['unit'])
}
