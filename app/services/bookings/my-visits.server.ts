import { type VisitorAction, availableToVisitor } from '#app/domain/booking/available-actions.ts'
import type { Policy } from '#app/domain/policy.ts'
import type { BookedPerson } from '#db/queries/bookings/read.ts'
import { selectComingVisits, selectPastVisits, selectVisit, type VisitRow } from '#db/queries/bookings/visits.ts'
import { requireVisitor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { policyInForce } from '../policy.server.ts'
import { findBooking } from './find.server.ts'

/** A visitor's visits: what lies ahead, the next first, and what is over or called off, the latest first. */
export async function myVisits(ctx: Ctx): Promise<{ coming: VisitRow[]; past: VisitRow[] }> {
	const { visitorId } = requireVisitor(ctx)
	const coming = await selectComingVisits(ctx.db, visitorId, ctx.now)
	const past = await selectPastVisits(ctx.db, visitorId, ctx.now)
	return { coming, past }
}

export interface VisitDetails {
	visit: VisitRow
	party: BookedPerson[]
	/** What the visitor may do with it now. */
	actions: VisitorAction[]
	policy: Policy
}

/** One visit of the visitor's, with what they may do. @throws ServiceError `not-found` */
export async function visitDetails(ctx: Ctx, ref: string): Promise<VisitDetails> {
	requireVisitor(ctx)
	const { booking, party, acts } = await findBooking(ctx.db, ctx, { ref }, 'see-bookings')
	const visit = await selectVisit(ctx.db, booking.id)
	if (!visit) throw new ServiceError('not-found', 'There is no such booking')
	const policy = await policyInForce(ctx.db, booking.facilityId, ctx.now)
	const facts = { start: booking.startsAt, end: booking.endsAt, state: booking.state, holdUntil: booking.holdUntil, openReviews: visit.openReviews }
	return { visit, party, policy, actions: availableToVisitor(facts, acts, policy, ctx.now) }
}
