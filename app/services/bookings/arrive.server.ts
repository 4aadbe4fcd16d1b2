import type { BookingState } from '#app/domain/booking/booking.ts'
import { mayBecome } from '#app/domain/booking/booking.ts'
import { lockSessionsOf } from '#db/queries/bookings/place-lock.ts'
import { type BookingWithParty, updateBooking } from '#db/queries/bookings/write.ts'
import { audited } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { settleReviewsOf } from '../reviews/settle.server.ts'
import { transaction } from '../transaction.server.ts'
import { type BookingKey, findBooking } from './find.server.ts'

export interface ArriveInput {
	booking: BookingKey
	reason?: string
}

/** The party is let in. @throws ServiceError `not-found`, `not-allowed`, `wrong-state` */
export const checkIn = (ctx: Ctx, input: ArriveInput) => gateStep(ctx, input, 'checked-in', 'booking.check-in')

/** The visit is over. @throws ServiceError `not-found`, `not-allowed`, `wrong-state` */
export const completeVisit = (ctx: Ctx, input: ArriveInput) => gateStep(ctx, input, 'completed', 'booking.complete')

/** Nobody came. @throws ServiceError `not-found`, `not-allowed`, `wrong-state` */
export const recordNoShow = (ctx: Ctx, input: ArriveInput) => gateStep(ctx, input, 'no-show', 'booking.no-show')

/** The party came and was not let in (straffegjennomføringsloven § 27). @throws ServiceError `not-found`, `not-allowed`, `wrong-state` */
export const turnAway = (ctx: Ctx, input: ArriveInput) => gateStep(ctx, input, 'turned-away', 'booking.turn-away')

async function gateStep(ctx: Ctx, input: ArriveInput, to: BookingState, action: string): Promise<BookingWithParty> {
	if (ctx.actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	return transaction(ctx.db, async (tx) => {
		const { booking } = await findBooking(tx, ctx, input.booking, 'admit-visitors')
		if (!mayBecome(booking.state, to)) throw new ServiceError('wrong-state', `It is ${booking.state}`)
		if (to !== 'checked-in') await lockSessionsOf(tx, [booking])
		const changed = await updateBooking(tx, booking.id, [booking.state], {
			state: to,
			reason: input.reason?.trim() || null,
			endedAt: to === 'checked-in' ? null : ctx.now,
		})
		if (!changed) throw new ServiceError('wrong-state', 'It has changed meanwhile')
		await audited(tx, ctx, { action, facilityId: booking.facilityId, subjectKind: 'booking', subjectId: booking.id })
		await settleReviewsOf(tx, ctx, [booking.id])
		return { ...changed, visitorIds: booking.visitorIds }
	})
}
