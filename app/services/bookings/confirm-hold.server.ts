import type { DbOrTx } from '#db/client.server.ts'
import { type BookingWithParty, confirmHeld, giveUpHold } from '#db/queries/bookings/write.ts'
import { inOrder } from '#db/queries/in-order.ts'
import { StartOver } from '#db/queries/start-over.ts'
import { notSent } from '#db/queries/statement.ts'
import { audited } from '../audit.server.ts'
import { isRepeatBy } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { askUnderLock } from './ask.server.ts'
import { askerOf } from './book.server.ts'
import { bookingConflict, lastActOnBooking } from './conflict.server.ts'
import { type BookingKey, findBooking } from './find.server.ts'
import { bookedKind, tellParty } from './messages.server.ts'
import { type BookingOutcome, counted, refusedWith } from './outcome.ts'
import { needsAnswer, placeColumns } from './record.server.ts'

/**
 * Turns a hold into a booking, or a request. Everything is asked again under lock. A hold that ran out is confirmed all the
 * same where every rule still allows it; where the place is gone the answer says that the hold expired. Confirmed by the same
 * person before, it is answered as it is.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `wrong-state` (it is no hold any more, and others acted since), `busy`
 */
export async function confirmHold(ctx: Ctx, input: { hold: BookingKey }): Promise<BookingOutcome> {
	const found = await findBooking(ctx.db, ctx, input.hold, 'handle-bookings')
	if (!found.acts) throw new ServiceError('not-allowed', 'Who holds it confirms it')
	const outcome = await transaction(ctx.db, async (tx): Promise<BookingOutcome> => {
		const { booking: hold } = found
		const place = hold.roomId
			? { roomId: hold.roomId, start: hold.startsAt, end: hold.endsAt }
			: { sessionId: hold.sessionId ?? '' }
		const ranOut = hold.holdUntil !== null && hold.holdUntil <= ctx.now
		const answer = await askUnderLock(
			tx,
			{
				asker: hold.bookerId ? { kind: 'visitor', id: hold.bookerId } : askerOf(ctx),
				prisonerId: hold.prisonerId,
				partyIds: hold.visitorIds,
				askFor: hold.askFor,
				consents: hold.consents,
				givesUp: hold.id,
				holdRanOut: ranOut,
				formKey: null,
			},
			place,
			ctx.now,
		)
		const { before } = answer
		if (!before) throw new ServiceError('not-found', 'There is no such booking')
		if (before.state !== 'held' && before.state !== 'expired')
			return { ok: true, booking: await confirmedBefore(tx, ctx, before) }
		const standing = answer.refusals.filter(({ code }) => !hold.liftedCodes.includes(code))
		if (standing.length > 0) return refusedWith(standing, answer.reader)
		const state = ctx.actor.kind === 'visitor' && needsAnswer(answer) ? 'requested' : 'confirmed'
		const columns = placeColumns(answer)
		const booking: BookingWithParty = { ...before, ...columns, state, endedAt: null }
		const madeBy = hold.bookerId ?? hold.bookedBy ?? hold.id
		const others = { madeBy, prisonerId: hold.prisonerId, now: ctx.now, except: hold.id }
		const [, confirmed] = await inOrder([
			// Of an officer's holds it is not known here: whoever made this one may not be who confirms it.
			answer.ownHold || hold.bookerId === null ? giveUpHold(tx, others) : notSent(null),
			confirmHeld(tx, hold.id, state, columns),
			audited(tx, ctx, {
				action: state === 'requested' ? 'booking.request' : 'booking.confirm',
				facilityId: booking.facilityId,
				subjectKind: 'booking',
				subjectId: booking.id,
			}),
			tellParty(tx, ctx, bookedKind(state), booking, answer.asked.visit.party),
		])
		if (!confirmed) throw new StartOver('A locked hold has changed')
		return { ok: true, booking }
	})
	return counted('confirm', outcome)
}

/** The booking, where the same person confirmed it and nobody acted since. @throws ServiceError `wrong-state` otherwise */
async function confirmedBefore(tx: DbOrTx, ctx: Ctx, booking: BookingWithParty): Promise<BookingWithParty> {
	const last = await lastActOnBooking(tx, booking.id)
	const wasConfirmed = last?.action === 'booking.confirm' || last?.action === 'booking.request'
	if (wasConfirmed && isRepeatBy(ctx, last.by)) return booking
	throw await bookingConflict(tx, ctx, booking, last)
}
