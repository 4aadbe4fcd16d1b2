import { localDate } from '#app/domain/calendar/oslo.ts'
import { permitHoldsOn } from '#app/domain/permits/permit.ts'
import { lockPrisoners, lockVisitors } from '#db/queries/bookings/locks.ts'
import { selectPermit, updatePermit } from '#db/queries/permits.ts'
import { selectPrisoner } from '#db/queries/prisoners.ts'
import { selectLapsing } from '#db/queries/reviews/due.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'
import { openReviews } from './open-reviews.server.ts'

const batch = 50

/**
 * Writes down that permits have lapsed: their last day, or the day that their re-check was due, lies behind. Visits still to come
 * are under review from then on. Returns how many lapsed.
 */
export async function lapsePermits(ctx: Ctx): Promise<number> {
	const today = localDate(ctx.now)
	const lapsing = await selectLapsing(ctx.db, today, batch)
	let done = 0
	for (const id of lapsing) done += await lapse(ctx, id, today)
	return done
}

async function lapse(ctx: Ctx, id: string, today: string): Promise<number> {
	return transaction(ctx.db, async (tx) => {
		const found = await selectPermit(tx, { id })
		if (!found) return 0
		const { prisonerId, visitorId } = found
		await lockPrisoners(tx, [prisonerId])
		await lockVisitors(tx, [visitorId])
		const permit = await selectPermit(tx, { id })
		const prisoner = await selectPrisoner(tx, { id: prisonerId })
		if (permit?.state !== 'active' || permitHoldsOn(permit, today) || !prisoner) return 0
		await updatePermit(tx, id, { state: 'lapsed' })
		const overdue = permit.recheckDue !== null && permit.recheckDue < today
		await writeAudit(tx, ctx, {
			action: 'permit.lapse',
			facilityId: prisoner.facilityId,
			subjectKind: 'permit',
			subjectId: id,
			detail: { by: overdue ? 'recheckDue' : 'validTo' },
		})
		const causes = [{ cause: overdue ? ('recheck-overdue' as const) : ('permit-changed' as const), causeId: id }]
		await openReviews(tx, ctx, { causes, scope: { prisonerId, visitorId } })
		return 1
	})
}
