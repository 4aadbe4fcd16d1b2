import { lockPrisoners } from '#db/queries/bookings/locks.ts'
import { selectPrisoner } from '#db/queries/prisoners.ts'
import { selectCourtRestriction } from '#db/queries/restrictions.ts'
import { orderEnded, selectEndedRestrictions } from '#db/queries/reviews/due.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'
import { openReviews } from './open-reviews.server.ts'

const batch = 20

/**
 * Court orders end by themselves. Visits that are now under a stricter setting than they need come under review. Returns how many
 * ends were taken up.
 */
export async function takeUpEndedRestrictions(ctx: Ctx): Promise<number> {
	const ended = await selectEndedRestrictions(ctx.db, ctx.now, batch)
	let done = 0
	for (const id of ended) done += await takeUp(ctx, id)
	return done
}

async function takeUp(ctx: Ctx, id: string): Promise<number> {
	return transaction(ctx.db, async (tx) => {
		const order = await selectCourtRestriction(tx, { id })
		if (!order) return 0
		const { prisonerId } = order
		await lockPrisoners(tx, [prisonerId])
		// Another worker may have had it while we waited.
		const stillDue = await selectEndedRestrictions(tx, ctx.now, batch)
		const prisoner = await selectPrisoner(tx, { id: prisonerId })
		if (!stillDue.includes(id) || !prisoner) return 0
		await writeAudit(tx, ctx, { ...orderEnded, facilityId: prisoner.facilityId, subjectId: id })
		const causes = [{ cause: 'court-restriction-ended' as const, causeId: id }]
		await openReviews(tx, ctx, { causes, scope: { prisonerIds: [prisonerId] } })
		return 1
	})
}
