import type { DbOrTx } from '#db/client.server.ts'
import { selectBooking } from '#db/queries/bookings/read.ts'
import type { BookingRow, BookingWithParty } from '#db/queries/bookings/row.ts'
import { updateBooking } from '#db/queries/bookings/write.ts'
import { RetryTransaction } from '#db/queries/retry-transaction.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { settleReviewsOf } from '../reviews/settle.server.ts'

/**
 * Calls off the visit that an approved request moves, in the transaction that approves it. The places are locked by the caller.
 * Returns it as it was; null when it is over or was called off meanwhile.
 */
export async function endMovedVisit(
	tx: DbOrTx,
	ctx: Ctx,
	{ id, movesId }: Pick<BookingRow, 'id' | 'movesId'>,
): Promise<BookingWithParty | null> {
	const visit = movesId === null ? null : await selectBooking(tx, { id: movesId })
	if (visit?.state !== 'confirmed') return null
	const ended = await updateBooking(tx, visit.id, ['confirmed'], {
		state: 'cancelled',
		cancelledBy: 'visitor',
		reason: 'moved',
		endedAt: ctx.now,
		version: visit.version + 1,
	})
	if (!ended) throw new RetryTransaction('A moved visit has changed')
	await writeAudit(tx, ctx, {
		action: 'booking.change',
		facilityId: visit.facilityId,
		subjectKind: 'booking',
		subjectId: visit.id,
		detail: { movedTo: id },
	})
	await settleReviewsOf(tx, ctx, [visit.id])
	return visit
}

/** Gives up a request that another act of the family has overtaken. Its place is locked by the caller. */
export async function dropRequest(tx: DbOrTx, ctx: Ctx, request: BookingRow, reason: 'replaced' | null): Promise<void> {
	const dropped = await updateBooking(tx, request.id, ['requested'], {
		state: 'cancelled',
		cancelledBy: 'visitor',
		reason,
		endedAt: ctx.now,
		version: request.version + 1,
	})
	if (!dropped) throw new RetryTransaction('A locked request has changed')
	await writeAudit(tx, ctx, {
		action: 'booking.cancel',
		facilityId: request.facilityId,
		subjectKind: 'booking',
		subjectId: request.id,
		detail: { cancelledBy: 'visitor' },
	})
}
