import type { DbOrTx } from '#db/client.server.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import { confirmHeld, releaseHold } from '#db/queries/bookings/write.ts'
import { pipeline } from '#db/queries/pipeline.ts'
import { RetryTransaction } from '#db/queries/retry-transaction.ts'
import { skipped } from '#db/queries/statement.ts'
import { writeAudit } from '../audit.server.ts'
import { isRepeatBy } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { requesterOf } from './book.server.ts'
import { placeOf, requestAgain } from './booking-request.ts'
import { bookingConflict, lastActOnBooking } from './conflict.server.ts'
import { evaluateUnderLock } from './evaluate.server.ts'
import { type BookingKey, findBooking } from './find.server.ts'
import { bookingMessageKind, notifyParty } from './messages.server.ts'
import { dueTimes, needsApproval, placeColumns } from './new-booking-row.ts'
import { type BookingOutcome, countOutcome, refusedWith } from './outcome.ts'

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
		const ranOut = hold.holdUntil !== null && hold.holdUntil <= ctx.now
		const requester = hold.bookerId ? ({ kind: 'visitor', id: hold.bookerId } as const) : requesterOf(ctx)
		const request = requestAgain(hold, requester, { holdRanOut: ranOut })
		const evaluation = await evaluateUnderLock(tx, request, placeOf(hold), ctx.now)
		const { before } = evaluation
		if (!before) throw new ServiceError('not-found', 'There is no such booking')
		if (before.state !== 'held' && before.state !== 'expired')
			return { ok: true, booking: await confirmedBefore(tx, ctx, before) }
		const remaining = evaluation.refusals.filter(({ code }) => !hold.liftedCodes.includes(code))
		if (remaining.length > 0) return refusedWith(remaining, evaluation.viewer)
		const state = ctx.actor.kind === 'visitor' && needsApproval(evaluation) ? 'requested' : 'confirmed'
		const columns = { ...placeColumns(evaluation), ...dueTimes(evaluation, state, ctx.now) }
		const booking: BookingWithParty = { ...before, ...columns, state, endedAt: null }
		const others = { createdBy: request.requester.id, prisonerId: hold.prisonerId, now: ctx.now, except: hold.id }
		const [, confirmed] = await pipeline([
			// The requester's holds were not counted, whoever made this one.
			evaluation.ownHold ? releaseHold(tx, others) : skipped(null),
			confirmHeld(tx, hold.id, state, columns),
			writeAudit(tx, ctx, {
				action: state === 'requested' ? 'booking.request' : 'booking.confirm',
				facilityId: booking.facilityId,
				subjectKind: 'booking',
				subjectId: booking.id,
			}),
			notifyParty(tx, ctx, bookingMessageKind(state), booking, evaluation.ruleInput.visit.party),
		])
		if (!confirmed) throw new RetryTransaction('A locked hold has changed')
		return { ok: true, booking }
	})
	return countOutcome('confirm', outcome)
}

/** The booking, where the same person confirmed it and nobody acted since. @throws ServiceError `wrong-state` otherwise */
async function confirmedBefore(tx: DbOrTx, ctx: Ctx, booking: BookingWithParty): Promise<BookingWithParty> {
	const last = await lastActOnBooking(tx, booking.id)
	const wasConfirmed = last?.action === 'booking.confirm' || last?.action === 'booking.request'
	if (wasConfirmed && isRepeatBy(ctx, last.by)) return booking
	throw await bookingConflict(tx, ctx, booking, last)
}
