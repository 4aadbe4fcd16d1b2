import { localDate } from '#app/domain/calendar/oslo.ts'
import { type Control, withImplied } from '#app/domain/permits/controls.ts'
import { neverOfficial } from '#app/domain/permits/needed-controls.ts'
import { type Permit, permitHoldsOn } from '#app/domain/permits/permit.ts'
import { lockPrisoners, lockVisitors } from '#db/queries/bookings/locks.ts'
import { type PermitKey, type PermitRow, selectPermit, updatePermit } from '#db/queries/permits.ts'
import { selectPrisoner } from '#db/queries/prisoners.ts'
import { writeAudit } from '../audit.server.ts'
import { requireOfficerOrSystem } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { requireUnrelated } from '../restrictions/require-unrelated.ts'
import { openReviews, type ReviewsOutcome } from '../reviews/open-reviews.server.ts'
import { transaction } from '../transaction.server.ts'

/** What may change of a permit; what is left out stays. */
export type PermitChange = Partial<Omit<Permit, 'id'>>

export interface ChangePermitInput {
	permit: PermitKey
	change: PermitChange
}

/**
 * Changes a permit that is there. A permit that lapsed by its dates is active again when they are moved on, and one that is
 * active lapses when they are moved behind today. Visits that it does not carry any more come under review.
 *
 * @throws ServiceError `not-found`, `not-allowed` (no screening officer there, related to the visitor, or a control that no
 * official visit may have), `incomplete` (an official permit without its kind)
 */
export async function changePermit(
	ctx: Ctx,
	{ permit: key, change }: ChangePermitInput,
): Promise<ReviewsOutcome & { permit: PermitRow }> {
	return transaction(ctx.db, async (tx) => {
		const found = await selectPermit(tx, key)
		const prisoner = found && (await selectPrisoner(tx, { id: found.prisonerId }))
		if (!prisoner) throw new ServiceError('not-found', 'There is no such permit')
		requireOfficerOrSystem(ctx, 'screen-applications', prisoner.facilityId)
		await requireUnrelated(tx, ctx, [found.visitorId])
		const { id, prisonerId, visitorId } = found
		await lockPrisoners(tx, [prisonerId])
		await lockVisitors(tx, [visitorId])
		const before = await selectPermit(tx, { id })
		if (!before) throw new ServiceError('not-found', 'There is no such permit')
		const after = changed(before, change, localDate(ctx.now))
		const fields = permitFields.filter((field) => String(after[field]) !== String(before[field]))
		if (fields.length === 0) return { permit: before, opened: [], closed: [] }
		const permit = await updatePermit(tx, id, after)
		await writeAudit(tx, ctx, {
			action: 'permit.change',
			facilityId: prisoner.facilityId,
			subjectKind: 'permit',
			subjectId: id,
			detail: { fields },
		})
		const causes = [{ cause: 'permit-changed' as const, causeId: id }]
		return { permit, ...(await openReviews(tx, ctx, { causes, scope: { prisonerId, visitorId } })) }
	})
}

const permitFields = [
	'state',
	'controls',
	'channels',
	'relationship',
	'track',
	'officialKind',
	'guardianConsent',
	'validTo',
	'recheckDue',
] as const

function changed(before: PermitRow, change: PermitChange, today: string): PermitRow {
	const track = change.track ?? before.track
	const controls: Control[] = withImplied(change.controls ?? before.controls)
	const after: PermitRow = {
		...before,
		...change,
		controls,
		channels: [...(change.channels ?? before.channels)],
		officialKind: track === 'official' ? (change.officialKind ?? before.officialKind) : null,
	}
	if (track === 'official' && !after.officialKind)
		throw new ServiceError('incomplete', 'An official permit has a kind', ['officialKind'])
	if (track === 'official' && controls.some((control) => neverOfficial.includes(control))) {
		throw new ServiceError('not-allowed', 'No official visit is listened to, nor its language chosen', ['controls'])
	}
	return { ...after, state: stateOn(today, before, after, change) }
}

/** `lapsed` is what the dates say: it comes when they lie behind, and goes when they are moved on. */
function stateOn(today: string, before: PermitRow, after: PermitRow, change: PermitChange): PermitRow['state'] {
	const byDates = permitHoldsOn({ ...after, state: 'active' }, today) ? 'active' : 'lapsed'
	if (after.state === 'active') return byDates
	const areDatesMoved = change.validTo !== undefined || change.recheckDue !== undefined
	return before.state === 'lapsed' && change.state === undefined && areDatesMoved ? byDates : after.state
}
