import { localDate } from '#app/domain/calendar/oslo.ts'
import { lastUnrenewedReview } from '#app/domain/decisions/control-review.ts'
import type { Cause } from '#app/domain/reviews/is-affected-by.ts'
import { lockPrisoners, lockVisitors } from '#db/queries/bookings/locks.ts'
import { isUnrenewed, selectUnrenewed } from '#db/queries/decisions/control-reviews.ts'
import { lockDecision, updateDecision } from '#db/queries/decisions/decisions.ts'
import { queueMessages } from '#db/queries/messages/queue.ts'
import { selectPermit, updatePermit } from '#db/queries/permits.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { openReviews } from '../reviews/open-reviews.server.ts'
import { transaction } from '../transaction.server.ts'
import { partyIdsOf } from './send.server.ts'
import { readSubject } from './subject.server.ts'

const batch = 50

/** Ends the controls of permits whose review date is long over and that nobody renewed, and tells. Returns how many permits. */
export async function endUnrenewedControls(ctx: Ctx): Promise<number> {
	const over = await selectUnrenewed(ctx.db, lastUnrenewedReview(localDate(ctx.now)), batch)
	let done = 0
	for (const one of over) done += await end(ctx, one)
	return done
}

function end(ctx: Ctx, unrenewed: { permitId: string; decisionId: string }): Promise<number> {
	const { permitId, decisionId } = unrenewed
	return transaction(ctx.db, async (tx) => {
		const found = await selectPermit(tx, { id: permitId })
		if (!found) return 0
		const { prisonerId, visitorId } = found
		await lockPrisoners(tx, [prisonerId])
		await lockVisitors(tx, [visitorId])
		await lockDecision(tx, decisionId)
		if (!(await isUnrenewed(tx, unrenewed, lastUnrenewedReview(localDate(ctx.now))))) return 0
		const subject = await readSubject(tx, ctx, { permit: { id: permitId } })
		await updatePermit(tx, permitId, { controls: [] })
		await updateDecision(tx, decisionId, { controlsEndedAt: ctx.now })
		await writeAudit(tx, ctx, {
			action: 'permit.change',
			facilityId: subject.facilityId,
			subjectKind: 'permit',
			subjectId: permitId,
			detail: { fields: ['controls'], decision: decisionId },
		})
		const causes: Cause[] = [{ cause: 'permit-changed', causeId: permitId }]
		await openReviews(tx, ctx, { causes, scope: { prisonerId, visitorId } })
		await queueMessages(
			tx,
			partyIdsOf(ctx, subject).map((toVisitorId) => ({
				kind: 'permit-changed' as const,
				toVisitorId,
				decisionId,
				queuedAt: ctx.now,
			})),
		)
		return 1
	})
}
