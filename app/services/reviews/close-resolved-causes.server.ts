import { selectMaybeGone } from '#db/queries/reviews/due.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'
import { openReviews } from './open-reviews.server.ts'

/**
 * Closes the reviews whose cause went away with time and not by anyone's use case: a ban ran out, or the other side of a non-association
 * pair is no longer booked. Returns how many bookings are free of some.
 */
export async function closeGoneCauses(ctx: Ctx): Promise<number> {
	const bookingIds = await selectMaybeGone(ctx.db, ctx.now)
	if (bookingIds.length === 0) return 0
	const { closed } = await transaction(ctx.db, (tx) => openReviews(tx, ctx, { causes: [], scope: { bookingIds } }))
	return closed.length
}
