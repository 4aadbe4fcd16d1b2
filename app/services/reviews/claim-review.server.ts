import { lockReviewsOf, ownReviews } from '#db/queries/reviews/reviews.ts'
import { audited } from '../audit.server.ts'
import { requireOfficer } from '../authorise.ts'
import { type BookingKey, findBooking } from '../bookings/find.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'

/**
 * The officer takes the reviews of a booking upon them, from a colleague too who had them before. That one is owned does not
 * keep others from ending it.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `wrong-state` (not under review)
 */
export async function claimReview(ctx: Ctx, input: { booking: BookingKey }): Promise<void> {
	return transaction(ctx.db, async (tx) => {
		const { booking } = await findBooking(tx, ctx, input.booking, 'handle-bookings')
		const { officerId } = requireOfficer(ctx, 'handle-bookings', booking.facilityId)
		const open = await lockReviewsOf(tx, [booking.id])
		if (open.length === 0) throw new ServiceError('wrong-state', 'It is not under review')
		await ownReviews(
			tx,
			open.map(({ id }) => id),
			officerId,
		)
		await audited(tx, ctx, {
			action: 'review.claim',
			facilityId: booking.facilityId,
			subjectKind: 'booking',
			subjectId: booking.id,
			detail: { reviews: open.map(({ id }) => id) },
		})
	})
}
