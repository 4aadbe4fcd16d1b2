import { isBeforeCutoff } from '#app/domain/booking/available-actions.ts'
import { lockSessionsOf } from '#db/queries/bookings/place-lock.ts'
import { type BookingWithParty, updateBooking } from '#db/queries/bookings/write.ts'
import type { CancelledBy } from '#db/schema/index.ts'
import { audited } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { policyInForce } from '../policy.server.ts'
import { settleReviewsOf } from '../reviews/settle.server.ts'
import { transaction } from '../transaction.server.ts'
import { offerFreedPlaces } from '../wishes/offer-places.server.ts'
import { type BookingKey, findBooking } from './find.server.ts'
import { tellParty } from './messages.server.ts'

export interface CancelInput {
	booking: BookingKey
	/** On whose behalf an officer cancels; a visitor always cancels for themselves. */
	onBehalfOf?: Extract<CancelledBy, 'prisoner' | 'prison'>
	/** Asked of an officer who cancels for the prison. */
	reason?: string
}

/**
 * Cancels a booking. A visitor may until `cancelCutoffHours` before the start; a hold they may give up at any time.
 *
 * @throws ServiceError `not-found`, `not-allowed` (past the cut-off, or not theirs to cancel), `incomplete` (the prison gives
 * no reason), `wrong-state` (it cannot be cancelled any more)
 */
export async function cancelBooking(ctx: Ctx, input: CancelInput): Promise<BookingWithParty> {
	return transaction(ctx.db, async (tx) => {
		const { booking, party, acts } = await findBooking(tx, ctx, input.booking, 'handle-bookings')
		const cancelledBy: CancelledBy = ctx.actor.kind === 'visitor' ? 'visitor' : (input.onBehalfOf ?? 'prison')
		const reason = input.reason?.trim() || null
		if (cancelledBy === 'prison' && !reason)
			throw new ServiceError('incomplete', 'The prison gives its reason', ['reason'])
		if (!['held', 'requested', 'confirmed'].includes(booking.state))
			throw new ServiceError('wrong-state', `It is ${booking.state}`)
		if (ctx.actor.kind === 'visitor') {
			if (!acts) throw new ServiceError('not-allowed', 'Who booked it cancels it')
			const policy = await policyInForce(tx, booking.facilityId, ctx.now)
			const inTime =
				booking.state === 'held' || isBeforeCutoff({ start: booking.startsAt, end: booking.endsAt }, policy, ctx.now)
			if (!inTime) throw new ServiceError('not-allowed', 'It is too late to cancel alone')
		}
		await lockSessionsOf(tx, [booking])
		const cancelled = await updateBooking(tx, booking.id, [booking.state], {
			state: 'cancelled',
			cancelledBy,
			reason,
			endedAt: ctx.now,
			version: booking.version + 1,
		})
		if (!cancelled) throw new ServiceError('wrong-state', 'It has changed meanwhile')
		await audited(tx, ctx, {
			action: 'booking.cancel',
			facilityId: booking.facilityId,
			subjectKind: 'booking',
			subjectId: booking.id,
			detail: { cancelledBy },
		})
		await settleReviewsOf(tx, ctx, [booking.id])
		if (booking.sessionId !== null) await offerFreedPlaces(tx, ctx, [booking.sessionId])
		if (booking.state !== 'held') await tellParty(tx, ctx, 'booking-cancelled', booking, party)
		return { ...cancelled, visitorIds: booking.visitorIds }
	})
}
