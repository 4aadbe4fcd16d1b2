import type { BookingState } from '#app/domain/bookings/booking.ts'
import type { ReviewResolution } from '#app/domain/reviews/resolutions.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { selectBookings } from '#db/queries/reviews/bookings.ts'
import { lockReviewsAround, type OpenReview } from '#db/queries/reviews/reviews.ts'
import type { Ctx } from '../context.ts'
import { pairsOf } from './open-reviews.server.ts'
import { reevaluate, touching } from './reevaluate.server.ts'
import { writeResolved } from './write-reviews.server.ts'

/** What became of a review whose booking took a step by another road. */
const resolutionOf: Partial<Record<BookingState, ReviewResolution>> = {
	confirmed: 'moved',
	'checked-in': 'kept',
	completed: 'kept',
	cancelled: 'cancelled',
}

/**
 * Ends the open reviews of bookings that have just been cancelled, moved or received, and with them what is settled along: the
 * other side of a non-association pair that no longer meets, the others in a session that now has room for them. Call it in the
 * transaction of that use case, once the bookings are written. Without open reviews it does nothing.
 */
export async function settleReviewsOf(tx: DbOrTx, ctx: Ctx, bookingIds: readonly string[]): Promise<void> {
	const settled = (state: BookingState): ReviewResolution => resolutionOf[state] ?? 'cause-gone'
	await settle(tx, ctx, bookingIds, settled)
}

/** The same where an officer kept them. */
export async function keepReviewsOf(tx: DbOrTx, ctx: Ctx, bookingIds: readonly string[]): Promise<void> {
	await settle(tx, ctx, bookingIds, () => 'kept')
}

async function settle(
	tx: DbOrTx,
	ctx: Ctx,
	bookingIds: readonly string[],
	resolution: (state: BookingState) => ReviewResolution,
): Promise<void> {
	const reviews = await lockReviewsAround(tx, bookingIds)
	if (reviews.length === 0) return
	const pairs = await pairsOf(tx, reviews)
	const gone: OpenReview[] = []
	for (const booking of await selectBookings(tx, [...new Set(reviews.map((one) => one.bookingId))])) {
		const own = reviews.filter((one) => one.bookingId === booking.id)
		if (bookingIds.includes(booking.id)) await writeResolved(tx, ctx, own, resolution(booking.state))
		else if (booking.state === 'confirmed') {
			const still = touching(own, booking, await reevaluate(tx, booking, ctx.now), ctx.now, pairs)
			gone.push(...own.filter((one) => !still.includes(one)))
		}
	}
	const isPair = (one: OpenReview) => one.cause === 'non-association-added'
	await writeResolved(tx, ctx, gone.filter(isPair), 'pair-settled')
	await writeResolved(
		tx,
		ctx,
		gone.filter((one) => !isPair(one)),
		'cause-gone',
	)
}
