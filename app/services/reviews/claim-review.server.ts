import type { DbOrTx } from '#db/client.server.ts'
import { lockReviewsOf, type OpenReview, ownReviews } from '#db/queries/reviews/reviews.ts'
import { writeAudit } from '../audit.server.ts'
import { requireOfficer } from '../authorise.ts'
import { type BookingKey, findBooking } from '../bookings/find.server.ts'
import { lastActOn, wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { fingerprint } from '../fingerprint.ts'
import { transaction } from '../transaction.server.ts'
import { reviewConflict } from './conflict.server.ts'

export interface ClaimInput {
	booking: BookingKey
	/** `ownerShown` of who the page said had it: where it is somebody else by now, it is not taken from them. */
	shown?: string | undefined
}

/** Who has a review, as a page showed it. */
export function ownerShown(ownerId: string | null): string {
	return fingerprint(['owner', ownerId])
}

/**
 * The officer takes the reviews of a booking upon them, from a colleague too who had them before. That one is owned does not
 * keep others from ending it. Whoever has them already keeps them.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `wrong-state` (not under review, or a colleague took it since it was shown)
 */
export async function claimReview(ctx: Ctx, { shown, ...input }: ClaimInput): Promise<void> {
	return transaction(ctx.db, async (tx) => {
		const { booking } = await findBooking(tx, ctx, input.booking, 'handle-bookings')
		const { officerId } = requireOfficer(ctx, 'handle-bookings', booking.facilityId)
		const open = await lockReviewsOf(tx, [booking.id])
		if (open.length === 0) throw await reviewConflict(tx, ctx, booking)
		if (open.every(({ ownerId }) => ownerId === officerId)) return
		const owner = ownerOf(open)
		if (shown !== undefined && shown !== ownerShown(owner) && owner !== officerId)
			throw await claimedBefore(tx, ctx, booking, owner)
		await ownReviews(
			tx,
			open.map(({ id }) => id),
			officerId,
		)
		await writeAudit(tx, ctx, {
			action: 'review.claim',
			facilityId: booking.facilityId,
			subjectKind: 'booking',
			subjectId: booking.id,
			detail: { reviews: open.map(({ id }) => id) },
		})
	})
}

function ownerOf(open: readonly OpenReview[]): string | null {
	return open.find(({ ownerId }) => ownerId !== null)?.ownerId ?? null
}

async function claimedBefore(tx: DbOrTx, ctx: Ctx, booking: { id: string; ref: string }, ownerId: string | null) {
	const act = await lastActOn(tx, { kind: 'booking', id: booking.id }, ['review.claim'])
	const by = ownerId === null ? null : ({ kind: 'officer', id: ownerId } as const)
	const subject = { kind: 'review', ref: booking.ref } as const
	return wrongState(tx, ctx, { what: 'review-claimed', by, at: act?.at ?? null, subject })
}
