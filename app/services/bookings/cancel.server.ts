import { isBeforeCutoff } from '#app/domain/bookings/available-actions.ts'
import type { CancelledBy } from '#app/domain/bookings/booking.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { lockBooking, lockSessionsOfBookings } from '#db/queries/bookings/lock-sessions-of.ts'
import { selectPendingMove } from '#db/queries/bookings/requests.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import { updateBooking } from '#db/queries/bookings/write.ts'
import { RetryTransaction } from '#db/queries/retry-transaction.ts'
import { writeAudit } from '../audit.server.ts'
import { isRepeatBy } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { policyInForce } from '../policy.server.ts'
import { settleReviewsOf } from '../reviews/settle.server.ts'
import { transaction } from '../transaction.server.ts'
import { offerFreedPlaces } from '../waiting-list/offer-places.server.ts'
import { bookingConflict, lastActOnBooking } from './conflict.server.ts'
import { type BookingKey, findBooking } from './find.server.ts'
import { notifyParty } from './messages.server.ts'
import { dropRequest } from './moves.server.ts'

export interface CancelInput {
	booking: BookingKey
	/** On whose behalf an officer cancels; a visitor always cancels for themselves. */
	onBehalfOf?: Extract<CancelledBy, 'prisoner' | 'prison'>
	/** Asked of an officer who cancels for the prison. */
	reason?: string
	/** The booking's version that the page showed: where it has changed since, nothing is cancelled. */
	version?: number | undefined
}

/**
 * Cancels a booking. A visitor may until `cancelCutoffHours` before the start; a hold they may give up at any time.
 *
 * @throws ServiceError `not-found`, `not-allowed` (past the cut-off, or not theirs to cancel), `incomplete` (the prison gives
 * no reason), `wrong-state` (it cannot be cancelled any more, or it changed since it was shown). Cancelled by the same person in
 * the same words before, it is returned as it is.
 */
export async function cancelBooking(ctx: Ctx, input: CancelInput): Promise<BookingWithParty> {
	return transaction(ctx.db, async (tx) => {
		const { booking: found, party, acts } = await findBooking(tx, ctx, input.booking, 'handle-bookings')
		const cancelledBy: CancelledBy = ctx.actor.kind === 'visitor' ? 'visitor' : (input.onBehalfOf ?? 'prison')
		const reason = input.reason?.trim() || null
		if (cancelledBy === 'prison' && !reason)
			throw new ServiceError('incomplete', 'The prison gives its reason', ['reason'])
		if (!acts) throw new ServiceError('not-allowed', 'Who booked it cancels it')
		const pending = await selectPendingMove(tx, found.id)
		await lockSessionsOfBookings(tx, pending ? [found, pending] : [found])
		const booking = await lockBooking(tx, found.id)
		if (!['held', 'requested', 'confirmed'].includes(booking.state))
			return cancelledBefore(tx, ctx, booking, { cancelledBy, reason })
		if (input.version !== undefined && input.version !== booking.version) throw await bookingConflict(tx, ctx, booking)
		if (booking.state === 'confirmed' && booking.endsAt <= ctx.now)
			throw new ServiceError('wrong-state', 'It is over: what became of it is recorded')
		if (ctx.actor.kind === 'visitor') {
			const policy = await policyInForce(tx, booking.facilityId, ctx.now)
			const inTime =
				booking.state === 'held' || isBeforeCutoff({ start: booking.startsAt, end: booking.endsAt }, policy, ctx.now)
			if (!inTime) throw new ServiceError('not-allowed', 'It is too late to cancel alone')
		}
		const cancelled = await updateBooking(tx, booking.id, [booking.state], {
			state: 'cancelled',
			cancelledBy,
			reason,
			endedAt: ctx.now,
			version: booking.version + 1,
		})
		if (!cancelled) throw new RetryTransaction('A locked booking has changed')
		await writeAudit(tx, ctx, {
			action: 'booking.cancel',
			facilityId: booking.facilityId,
			subjectKind: 'booking',
			subjectId: booking.id,
			detail: { cancelledBy },
		})
		await settleReviewsOf(tx, ctx, [booking.id])
		// Who no longer comes does not come at another time either; what the prison cancels, the family may still want moved.
		const dropped = cancelledBy === 'prison' ? null : pending
		if (dropped) await dropRequest(tx, ctx, dropped, null)
		const freed = [booking.sessionId, dropped?.sessionId ?? null].filter((id) => id !== null)
		await offerFreedPlaces(tx, ctx, freed.sort())
		if (booking.state !== 'held') await notifyParty(tx, ctx, 'booking-cancelled', booking, party)
		return { ...cancelled, visitorIds: booking.visitorIds }
	})
}

/** The booking, where the same person cancelled it in the same words. @throws ServiceError `wrong-state` otherwise */
async function cancelledBefore(
	tx: DbOrTx,
	ctx: Ctx,
	booking: BookingWithParty,
	ruleInput: Pick<BookingWithParty, 'cancelledBy' | 'reason'>,
): Promise<BookingWithParty> {
	const last = await lastActOnBooking(tx, booking.id)
	const isSame =
		last?.action === 'booking.cancel' &&
		isRepeatBy(ctx, last.by) &&
		booking.cancelledBy === ruleInput.cancelledBy &&
		booking.reason === ruleInput.reason
	if (isSame) return booking
	throw await bookingConflict(tx, ctx, booking, last)
}
