import { newId, newRef } from '#db/ids.ts'
import { lockVisitors } from '#db/queries/bookings/locks.ts'
import type { Key } from '#db/queries/key.ts'
import { type BanRow, insertBan } from '#db/queries/restrictions.ts'
import { selectVisitorId } from '#db/queries/visitors.ts'
import { writeAudit } from '../audit.server.ts'
import { requireOfficerOrSystem } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { requireText } from '../require-text.ts'
import { openReviews, type ReviewsOutcome } from '../reviews/open-reviews.server.ts'
import { transaction } from '../transaction.server.ts'
import { requirePeriod } from './require-period.ts'
import { requireUnrelated } from './require-unrelated.ts'
import { officerIn } from './restriction-record.server.ts'

export interface BanInput {
	visitor: Key
	/** null: every facility, which takes a role held everywhere. */
	facilityId: string | null
	/** Now when left out. */
	from?: Date
	to: Date
	reason: string
}

/**
 * Bans a visitor for a time (straffegjennomføringsloven § 31 fourth paragraph). Visits on its days, at the facility or at all,
 * come under review.
 *
 * @throws ServiceError `not-found`, `not-allowed` (no decision-maker there, or related to the visitor), `incomplete`
 */
export async function banVisitor(ctx: Ctx, input: BanInput): Promise<ReviewsOutcome & { ban: BanRow }> {
	requireOfficerOrSystem(ctx, 'decide', input.facilityId)
	const { fromAt, toAt } = requirePeriod(ctx, input)
	const reason = requireText('reason', input.reason)
	return transaction(ctx.db, async (tx) => {
		const visitorId = await selectVisitorId(tx, input.visitor)
		if (!visitorId) throw new ServiceError('not-found', 'There is no such visitor')
		await requireUnrelated(tx, ctx, [visitorId])
		await lockVisitors(tx, [visitorId])
		const { facilityId } = input
		const ban = await insertBan(tx, {
			...{ id: newId(ctx.now), ref: newRef(), visitorId, facilityId, fromAt, toAt, reason },
			...{ createdAt: ctx.now, createdBy: officerIn(ctx) },
		})
		await writeAudit(tx, ctx, {
			action: 'ban.add',
			facilityId,
			subjectKind: 'ban',
			subjectId: ban.id,
			detail: { visitor: visitorId },
		})
		const causes = [{ cause: 'visitor-banned' as const, causeId: ban.id }]
		return { ban, ...(await openReviews(tx, ctx, { causes, scope: { visitorIds: [visitorId] } })) }
	})
}
