import { isBeforeCutoff } from '#app/domain/bookings/available-actions.ts'
import { besideItsMove, type TakenPlace } from '#app/domain/bookings/beside-its-move.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { selectBooking } from '#db/queries/bookings/read.ts'
import { selectPendingMove } from '#db/queries/bookings/requests.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import { insertBooking, type PlaceColumns, releaseHold, updateBooking } from '#db/queries/bookings/write.ts'
import { RetryTransaction } from '#db/queries/retry-transaction.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { settleReviewsOf } from '../reviews/settle.server.ts'
import { transaction } from '../transaction.server.ts'
import { offerFreedPlaces } from '../waiting-list/offer-places.server.ts'
import { liftedBy, requesterOf } from './book.server.ts'
import { type PlaceRequest, requestAgain } from './booking-request.ts'
import { bookingConflict, lastActOnBooking } from './conflict.server.ts'
import { evaluateUnderLock } from './evaluate.server.ts'
import { type BookingKey, findBooking } from './find.server.ts'
import { notifyParty } from './messages.server.ts'
import { dropRequest } from './moves.server.ts'
import { dueTimes, needsApproval, newBookingRow, placeColumns } from './new-booking-row.ts'
import { type BookingOutcome, countOutcome, refusedWith } from './outcome.ts'

export interface RescheduleInput {
	booking: BookingKey
	place: PlaceRequest
	askFor?: readonly Control[]
	/** An officer's reason for lifting limits. */
	override?: string | null
	/** The booking's version that the page showed: where it has changed since, it is not moved. */
	version?: number | undefined
}

/**
 * Moves a booking to another time or place, in one act: the old place is given up only when the new one is taken, and every
 * limit is counted as if the old one were gone. Moved to where it already is, nothing changes and nobody is told.
 *
 * Where an officer must answer the new place, the visitor's confirmed visit stands until the answer, beside a request that is to
 * move it: the same person who asks for that place once more is given the request, and for another place a new one.
 *
 * @throws ServiceError `not-found`, `not-allowed` (past the cut-off, or not theirs), `wrong-state`, `busy`
 */
export async function rescheduleBooking(ctx: Ctx, input: RescheduleInput): Promise<BookingOutcome> {
	const { booking: before, acts } = await findBooking(ctx.db, ctx, input.booking, 'handle-bookings')
	if (!acts) throw new ServiceError('not-allowed', 'Who booked it changes it')
	const outcome = await transaction(ctx.db, async (tx): Promise<BookingOutcome> => {
		const requester = before.bookerId ? ({ kind: 'visitor', id: before.bookerId } as const) : requesterOf(ctx)
		const request = requestAgain(before, requester, { askFor: input.askFor })
		const evaluation = await evaluateUnderLock(tx, request, input.place, ctx.now)
		const { before: booking } = evaluation
		if (!booking) throw new ServiceError('not-found', 'There is no such booking')
		const to = placeColumns(evaluation)
		if (!isOpen(booking.state)) return { ok: true, booking: await movedBefore(tx, ctx, booking, to) }
		if (isAt(to, booking)) return { ok: true, booking }
		if (input.version !== undefined && input.version !== booking.version) throw await bookingConflict(tx, ctx, booking)
		if (
			ctx.actor.kind === 'visitor' &&
			!isBeforeCutoff({ start: booking.startsAt, end: booking.endsAt }, evaluation.policy, ctx.now)
		) {
			throw new ServiceError('not-allowed', 'It is too late to change alone')
		}
		const asks = ctx.actor.kind === 'visitor' && booking.state === 'confirmed' && needsApproval(evaluation)
		const pending = booking.state === 'confirmed' ? await selectPendingMove(tx, booking.id) : null
		if (asks && pending && isAt(to, pending)) return { ok: true, booking: pending }
		const besideIt = asks ? besideItsMove(placeTaken(booking), placeTaken(to)) : null
		const against = besideIt ? [...evaluation.refusals, besideIt] : evaluation.refusals
		const { remaining, lifted } = liftedBy(ctx, against, input.override ?? null)
		if (remaining.length > 0) return refusedWith(remaining, evaluation.viewer)

		// It was not counted against the new place, so it must not stay beside it.
		if (evaluation.ownHold)
			await releaseHold(tx, {
				createdBy: request.requester.id,
				prisonerId: before.prisonerId,
				now: ctx.now,
				except: null,
			})
		// A family that moves its visit anew has changed its mind about the move that waits.
		const overtaken = ctx.actor.kind === 'visitor' ? pending : null
		if (overtaken) await dropRequest(tx, ctx, overtaken, 'replaced')
		const times = dueTimes(evaluation, booking.state, ctx.now)
		const after = asks ? await ask() : await move()
		await writeAudit(tx, ctx, {
			action: asks ? 'booking.request' : 'booking.change',
			facilityId: after.facilityId,
			subjectKind: 'booking',
			subjectId: after.id,
			detail: { from: booking.sessionId ?? booking.roomId, to: after.sessionId ?? after.roomId },
		})
		if (!asks) await settleReviewsOf(tx, ctx, [before.id])
		const given = [...(asks ? [] : [booking.sessionId]), overtaken?.sessionId ?? null].filter((id) => id !== null)
		await offerFreedPlaces(tx, ctx, given.filter((id) => id !== after.sessionId).sort())
		const kind = asks ? 'booking-requested' : 'booking-changed'
		await notifyParty(tx, ctx, kind, after, evaluation.ruleInput.visit.party)
		return { ok: true, booking: { ...after, visitorIds: booking.visitorIds } }

		async function move() {
			const codes = lifted.map(({ code }) => code)
			const moved = await updateBooking(tx, before.id, ['requested', 'confirmed'], {
				...to,
				askFor: [...request.askFor],
				capacityLifted: codes.includes('session-full'),
				liftedCodes: codes,
				liftReason: codes.length > 0 ? (input.override ?? null) : null,
				version: before.version + 1,
				...times,
			})
			if (!moved) throw new RetryTransaction('A locked booking has changed')
			return moved
		}

		function ask() {
			const row = newBookingRow(evaluation, request, {
				...{ state: 'requested', holdUntil: null, now: ctx.now, idempotencyKey: null, lifted: [], liftReason: null },
				movesId: before.id,
			})
			return insertBooking(tx, row, before.visitorIds)
		}
	})
	return countOutcome('change', outcome)
}

function isOpen(state: string): boolean {
	return state === 'requested' || state === 'confirmed'
}

function isAt(to: PlaceColumns, booking: PlaceColumns): boolean {
	const isSameTime =
		to.startsAt.getTime() === booking.startsAt.getTime() && to.endsAt.getTime() === booking.endsAt.getTime()
	return isSameTime && to.sessionId === booking.sessionId && to.roomId === booking.roomId
}

/** The request that took a moved visit's place, where the same person asks for that once more. @throws ServiceError `wrong-state` otherwise */
async function movedBefore(
	tx: DbOrTx,
	ctx: Ctx,
	booking: BookingWithParty,
	to: PlaceColumns,
): Promise<BookingWithParty> {
	const last = await lastActOnBooking(tx, booking.id)
	const movedTo = last?.action === 'booking.change' ? last.detail.movedTo : undefined
	const visit = typeof movedTo === 'string' ? await selectBooking(tx, { id: movedTo }) : null
	const isAsked = visit !== null && isOpen(visit.state) && isAt(to, visit) && ctx.isOwnRequest !== true
	if (isAsked && ctx.actor.kind === 'visitor' && visit.bookerId === ctx.actor.visitorId) return visit
	throw await bookingConflict(tx, ctx, booking, last)
}

function placeTaken({ startsAt, endsAt, blockedUntil, roomId }: PlaceColumns): TakenPlace {
	return { start: startsAt, end: endsAt, blockedUntil, roomId }
}
