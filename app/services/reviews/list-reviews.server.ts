import { remainingRefusals } from '#app/domain/bookings/remaining-refusals.ts'
import type { Span } from '#app/domain/calendar/span.ts'
import type { Refusal } from '#app/domain/refusals.ts'
import type { ReviewCause } from '#app/domain/reviews/causes.ts'
import { codesToLift } from '#app/domain/reviews/codes-to-lift.ts'
import { differsFromNotified } from '#app/domain/reviews/is-affected-by.ts'
import type { Setting } from '#app/domain/timetable/visit-session.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type BookedPerson, selectPartiesOf } from '#db/queries/bookings/read.ts'
import { type OpenReviewRow, selectOpenReviews, selectOpenReviewsOfBooking } from '#db/queries/reviews/list.ts'
import { writeAudit } from '../audit.server.ts'
import { auditedRead } from '../audited-read.server.ts'
import { requireOfficer } from '../authorise.ts'
import { type BookingKey, findBooking } from '../bookings/find.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { reevaluate } from './reevaluate.server.ts'

/** A booking under review, with everything that put it there. */
export interface ReviewedVisit extends Pick<OpenReviewRow, 'booking' | 'prisoner' | 'session' | 'room'> {
	party: BookedPerson[]
	/** One for each open review, the oldest first. */
	reviews: { ref: string; cause: ReviewCause; causeId: string; openedAt: Date }[]
	owner: { id: string; name: string } | null
	/** When the first of them was opened, and whole hours since. */
	openedAt: Date
	ageHours: number
}

/** Reviews shown at once. */
const page = 500

/** The bookings of a facility that are under review, the next visit first. Access is logged. @throws ServiceError `not-allowed` */
export async function openReviewsOf(ctx: Ctx, input: { facilityId: string }): Promise<ReviewedVisit[]> {
	requireOfficer(ctx, 'see-bookings', input.facilityId)
	return auditedRead(ctx, async (tx) => {
		const visits = await byBooking(tx, await selectOpenReviews(tx, input.facilityId, page), ctx.now)
		await writeAudit(tx, ctx, {
			action: 'review.list',
			facilityId: input.facilityId,
			subjectKind: 'facility',
			subjectId: input.facilityId,
			detail: { shown: visits.length },
		})
		return visits
	})
}

export interface ReviewedVisitNow extends ReviewedVisit {
	/** Everything that stands against it now; what forbids to keep it; what keeping it would lift. */
	remaining: Refusal[]
	against: Refusal[]
	toLift: Refusal[]
	/** Where keeping it would move it, when its time or setting is no longer what the family was told. */
	follows: (Span & { setting: Setting | null }) | null
}

/** One booking under review, with what an officer needs to decide. Access is logged. @throws ServiceError `not-found`, `not-allowed` */
export function reviewOf(ctx: Ctx, input: { booking: BookingKey }): Promise<ReviewedVisitNow> {
	return auditedRead(ctx, async (tx) => {
		const { booking } = await findBooking(tx, ctx, input.booking, 'see-bookings')
		requireOfficer(ctx, 'see-bookings', booking.facilityId)
		const [visit] = await byBooking(tx, await selectOpenReviewsOfBooking(tx, booking.id), ctx.now)
		if (!visit) throw new ServiceError('not-found', 'It is not under review')
		const { ruleInput, policy } = await reevaluate(tx, booking, ctx.now)
		const remaining = remainingRefusals(ruleInput, policy, ctx.now, booking.liftedCodes)
		const isMoved = differsFromNotified({ ...booking, start: booking.startsAt, end: booking.endsAt }, ruleInput)
		const { start, end } = ruleInput.venue
		const setting = ruleInput.venue.kind === 'session' ? ruleInput.venue.session.setting : null
		await writeAudit(tx, ctx, {
			action: 'review.view',
			facilityId: booking.facilityId,
			subjectKind: 'booking',
			subjectId: booking.id,
			detail: { prisoner: booking.prisonerId, visitors: booking.visitorIds },
		})
		return { ...visit, remaining, ...codesToLift(remaining), follows: isMoved ? { start, end, setting } : null }
	})
}

async function byBooking(tx: DbOrTx, rows: readonly OpenReviewRow[], now: Date): Promise<ReviewedVisit[]> {
	const parties = await selectPartiesOf(tx, [...new Set(rows.map(({ booking }) => booking.id))])
	const visits = new Map<string, ReviewedVisit>()
	for (const { review, owner, ...row } of rows) {
		const known = visits.get(row.booking.id)
		if (known) {
			known.reviews.push(review)
			known.owner ??= owner
		} else {
			const { openedAt } = review
			const ageHours = Math.floor((now.getTime() - openedAt.getTime()) / 3_600_000)
			visits.set(row.booking.id, {
				...row,
				party: parties.get(row.booking.id) ?? [],
				reviews: [review],
				owner,
				openedAt,
				ageHours,
			})
		}
	}
	return [...visits.values()]
}
