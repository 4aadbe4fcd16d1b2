import { arrival } from '#app/domain/bookings/arrival.ts'
import { mailReach } from '#app/domain/messages/delivery.ts'
import { selectVisitor } from '#db/queries/visitors.ts'
import { myApplications } from './applications/mine.server.ts'
import type { VisitorActor } from './authorise.ts'
import { type FamilyVisit, myVisits } from './bookings/my-visits.server.ts'
import type { Ctx } from './context.ts'
import { ServiceError } from './errors.ts'
import { openTopUps } from './funds/payments/open-top-ups.server.ts'
import type { MyReach } from './messages/my-reach.server.ts'
import { policyInForce } from './policy.server.ts'

export interface FamilyHome {
	name: string
	/** Whether e-mail reaches them. */
	mail: MyReach
	/** What needs doing, the most urgent first. */
	todo: { kind: 'under-review' | 'cancelled-by-prison' | 'top-up-open' | 'granted'; ref: string }[]
	next: (FamilyVisit & { comeBy: Date }) | null
}

/** Days for which news stays on the home page. */
const newsDays = 7

/** The signed-in visitor's first page. */
export async function familyHome(ctx: Ctx & { actor: VisitorActor }): Promise<FamilyHome> {
	const me = await selectVisitor(ctx.db, ctx.actor.visitorId)
	if (!me) throw new ServiceError('not-found', 'There is no such visitor')
	const { coming, past } = await myVisits(ctx)
	const applications = await myApplications(ctx)
	const newsSince = new Date(ctx.now.getTime() - newsDays * 86_400_000)
	const [next] = coming.filter((visit) => visit.state === 'confirmed' || visit.state === 'checked-in')
	const granted = applications.filter(
		(one) => one.state === 'granted' && one.decidedAt !== null && one.decidedAt > newsSince,
	)
	return {
		name: me.givenName,
		mail: { reach: mailReach(me), email: me.email },
		todo: [
			...coming.filter((visit) => visit.underReview).map(({ ref }) => ({ kind: 'under-review' as const, ref })),
			...past
				.filter((visit) => visit.state === 'cancelled' && visit.cancelledBy === 'prison' && visit.start > newsSince)
				.map(({ ref }) => ({ kind: 'cancelled-by-prison' as const, ref })),
			...(await openTopUps(ctx)).map((ref) => ({ kind: 'top-up-open' as const, ref })),
			...(coming.length === 0 ? granted.map(({ ref }) => ({ kind: 'granted' as const, ref })) : []),
		],
		next: next
			? { ...next, comeBy: arrival(next.start, await policyInForce(ctx.db, next.facilityId, ctx.now)).comeBy }
			: null,
	}
}
