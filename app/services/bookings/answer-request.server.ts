import { nextReminder } from '#app/domain/bookings/reminders.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import { updateBooking } from '#db/queries/bookings/write.ts'
import { RetryTransaction } from '#db/queries/retry-transaction.ts'
import { writeAudit } from '../audit.server.ts'
import { isRepeatBy } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { offerFreedPlaces } from '../waiting-list/offer-places.server.ts'
import { liftedBy } from './book.server.ts'
import { placeOf, requestAgain } from './booking-request.ts'
import { bookingConflict, lastActOnBooking } from './conflict.server.ts'
import { evaluateUnderLock } from './evaluate.server.ts'
import { type BookingKey, findBooking } from './find.server.ts'
import { lapseIfDue } from './lapse-requests.server.ts'
import { notifyParty } from './messages.server.ts'
import { endMovedVisit } from './moves.server.ts'
import { placeColumns } from './new-booking-row.ts'
import { type BookingOutcome, refusedWith } from './outcome.ts'

export interface AnswerInput {
	booking: BookingKey
	approve: boolean
	/** Asked for when it is declined: the family reads it. */
	reason?: string
	/** An officer's reason for lifting limits when approving. */
	override?: string | null
	/** The request's version that the page showed: where the family moved it since, it is not answered. */
	version?: number | undefined
}

/**
 * An officer answers a request, once. Everything is asked again before it is confirmed, notice too: an officer who answers
 * late lifts it with a reason. The same officer's same answer again changes nothing.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `wrong-state` (answered or withdrawn already), `incomplete`, `busy`
 */
export async function answerRequest(ctx: Ctx, input: AnswerInput): Promise<BookingOutcome> {
	if (ctx.actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	const { booking: request, party } = await findBooking(ctx.db, ctx, input.booking, 'handle-bookings')
	// What is past its time is over, whether or not it was written down yet.
	if (request.lapsesAt !== null && request.lapsesAt <= ctx.now) await lapseIfDue(ctx, request.id)
	return transaction(ctx.db, async (tx) => {
		const evaluation = await evaluateUnderLock(
			tx,
			requestAgain(request, { kind: 'visitor', id: request.bookerId ?? request.visitorIds[0] ?? request.id }),
			placeOf(request),
			ctx.now,
		)
		const { before: current } = evaluation
		if (!current) throw new ServiceError('not-found', 'There is no such booking')
		if (current.state !== 'requested') return { ok: true, booking: await answeredBefore(tx, ctx, current, input) }
		// The family has moved it: what was asked about is not what they ask for now.
		const isAsShown = current.version === (input.version ?? request.version)
		if (!isAsShown || current.version !== request.version) throw await bookingConflict(tx, ctx, current)
		if (input.approve) {
			const { remaining } = liftedBy(ctx, evaluation.refusals, input.override ?? null)
			const against = remaining.filter(({ code }) => !request.liftedCodes.includes(code))
			if (against.length > 0) return refusedWith(against, evaluation.viewer)
		}
		const change = input.approve
			? ({
					...placeColumns(evaluation),
					state: 'confirmed',
					remindAt: nextReminder(evaluation.ruleInput.venue.start, ctx.now),
				} as const)
			: ({ state: 'declined', reason: input.reason?.trim() || null, endedAt: ctx.now } as const)
		const after = await updateBooking(tx, request.id, ['requested'], change)
		if (!after) throw new RetryTransaction('A locked request has changed')
		await writeAudit(tx, ctx, {
			action: input.approve ? 'booking.approve' : 'booking.decline',
			facilityId: after.facilityId,
			subjectKind: 'booking',
			subjectId: after.id,
		})
		const moved = input.approve ? await endMovedVisit(tx, ctx, after) : null
		const freed = input.approve ? (moved?.sessionId ?? null) : after.sessionId
		if (freed !== null) await offerFreedPlaces(tx, ctx, [freed])
		const approved = moved ? 'booking-changed' : 'booking-confirmed'
		await notifyParty(tx, ctx, input.approve ? approved : 'booking-declined', after, party)
		return { ok: true, booking: { ...after, visitorIds: request.visitorIds } }
	})
}

/** The booking, where the same officer gave the same answer. @throws ServiceError `wrong-state` otherwise */
async function answeredBefore(
	tx: DbOrTx,
	ctx: Ctx,
	booking: BookingWithParty,
	{ approve, reason }: AnswerInput,
): Promise<BookingWithParty> {
	const last = await lastActOnBooking(tx, booking.id)
	const isSame = approve
		? last?.action === 'booking.approve'
		: last?.action === 'booking.decline' && booking.reason === (reason?.trim() || null)
	if (last && isSame && isRepeatBy(ctx, last.by)) return booking
	throw await bookingConflict(tx, ctx, booking, last)
}
