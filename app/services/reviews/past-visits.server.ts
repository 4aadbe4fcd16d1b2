import { selectReviewedOver } from '#db/queries/reviews/due.ts'
import { lockReviewsOf } from '#db/queries/reviews/reviews.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'
import { writeResolved } from './write-reviews.server.ts'

const batch = 200

/** Closes the reviews of visits that are over, with a trace and without a message. Returns how many visits are free of them. */
export async function closeReviewsOfPastVisits(ctx: Ctx): Promise<number> {
	const bookingIds = await selectReviewedOver(ctx.db, ctx.now, batch)
	if (bookingIds.length === 0) return 0
	await transaction(ctx.db, async (tx) => writeResolved(tx, ctx, await lockReviewsOf(tx, bookingIds), 'visit-over'))
	return bookingIds.length
}
