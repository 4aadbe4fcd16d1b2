import { localDate } from '#app/domain/calendar/oslo.ts'
import type { Cause } from '#app/domain/reviews/is-affected-by.ts'
import type { ReviewResolution } from '#app/domain/reviews/resolutions.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import { insertAudit } from '#db/queries/audit.ts'
import { selectPartiesOf } from '#db/queries/bookings/read.ts'
import { queueMessages } from '#db/queries/messages/queue.ts'
import { insertReviews, type OpenReview, resolveReviews } from '#db/queries/reviews/reviews.ts'
import { auditEntry } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { recipientsForBooking } from '../messages/recipients.ts'

/** What is known of a booking that comes under review. */
export interface ReviewedBooking {
	id: string
	facilityId: string
	bookerId: string | null
	startsAt: Date
}

/** Rows in one statement: each is a dozen parameters, and a statement takes some 65,000. */
const rowsAtOnce = 500

/** Opens reviews of bookings, each with its causes. */
export async function writeOpened(
	tx: DbOrTx,
	ctx: Ctx,
	opened: readonly { booking: ReviewedBooking; causes: readonly Cause[] }[],
): Promise<void> {
	const rows = opened.flatMap(({ booking, causes }) =>
		causes.map(({ cause, causeId }) => ({
			id: newId(ctx.now),
			ref: newRef(),
			bookingId: booking.id,
			cause,
			causeId,
			facilityId: booking.facilityId,
			openedAt: ctx.now,
		})),
	)
	for (const some of inParts(rows)) {
		await insertReviews(tx, some)
		await insertAudit(
			tx,
			some.map(({ id, bookingId, cause, facilityId }) =>
				auditEntry(ctx, {
					action: 'review.open',
					facilityId,
					subjectKind: 'booking',
					subjectId: bookingId,
					detail: { review: id, cause },
				}),
			),
		)
	}
}

/** Ends open reviews, all in the same way. Who acted is written down where somebody decided. */
export async function writeResolved(
	tx: DbOrTx,
	ctx: Ctx,
	ended: readonly OpenReview[],
	resolution: ReviewResolution,
): Promise<void> {
	const decided = resolution === 'kept' || resolution === 'moved' || resolution === 'cancelled'
	const by = decided && ctx.actor.kind === 'officer' ? ctx.actor.officerId : null
	for (const some of inParts(ended)) {
		await resolveReviews(
			tx,
			some.map(({ id }) => id),
			{ resolution, at: ctx.now, by },
		)
		await insertAudit(
			tx,
			some.map(({ id, bookingId, cause, facilityId }) =>
				auditEntry(ctx, {
					action: 'review.resolve',
					facilityId,
					subjectKind: 'booking',
					subjectId: bookingId,
					detail: { review: id, cause, resolution },
				}),
			),
		)
	}
}

/** Tells the families, in words that name no cause, that their visits are being looked at. */
export async function notifyUnderReview(tx: DbOrTx, ctx: Ctx, bookings: readonly ReviewedBooking[]): Promise<void> {
	for (const some of inParts(bookings)) {
		const parties = await selectPartiesOf(
			tx,
			some.map(({ id }) => id),
		)
		const messages = some.flatMap(({ id, bookerId, startsAt }) =>
			recipientsForBooking({ bookerId, party: parties.get(id) ?? [], on: localDate(startsAt) }).map((toVisitorId) => ({
				kind: 'booking-under-review' as const,
				toVisitorId,
				bookingId: id,
				queuedAt: ctx.now,
			})),
		)
		for (const part of inParts(messages)) await queueMessages(tx, part)
	}
}

function inParts<T>(rows: readonly T[]): T[][] {
	return Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, part) =>
		rows.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce),
	)
}
