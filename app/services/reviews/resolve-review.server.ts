import { remainingRefusals } from '#app/domain/bookings/remaining-refusals.ts'
import { nextReminder } from '#app/domain/bookings/reminders.ts'
import { trackOf } from '#app/domain/bookings/rule-input.ts'
import { codesToLift } from '#app/domain/reviews/codes-to-lift.ts'
import { differsFromNotified } from '#app/domain/reviews/is-affected-by.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { selectBooking } from '#db/queries/bookings/read.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import { updateBooking } from '#db/queries/bookings/write.ts'
import { RetryTransaction } from '#db/queries/retry-transaction.ts'
import { lockConfirmed } from '#db/queries/reviews/bookings.ts'
import { selectUnderReview } from '#db/queries/reviews/reviews.ts'
import { writeAudit } from '../audit.server.ts'
import type { PlaceRequest } from '../bookings/booking-request.ts'
import { requestOf } from '../bookings/booking-request.ts'
import { cancelBooking } from '../bookings/cancel.server.ts'
import { lastActOnBooking } from '../bookings/conflict.server.ts'
import type { Evaluation } from '../bookings/evaluate.server.ts'
import { evaluateUnderLock } from '../bookings/evaluate.server.ts'
import { type BookingKey, type FoundBooking, findBooking } from '../bookings/find.server.ts'
import { notifyParty } from '../bookings/messages.server.ts'
import { placeColumns } from '../bookings/new-booking-row.ts'
import { type BookingOutcome, refusedWith } from '../bookings/outcome.ts'
import { rescheduleBooking } from '../bookings/reschedule.server.ts'
import { isRepeatBy } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { reviewConflict } from './conflict.server.ts'
import { keepReviewsOf } from './settle.server.ts'

export interface ResolveReviewInput {
	booking: BookingKey
	end: 'kept' | 'moved' | 'cancelled'
	/** Where to, when it is moved. */
	place?: PlaceRequest
	/** Asked for when the prison cancels, and when something is lifted to keep it. */
	reason?: string
	/** Why limits are lifted, where it is moved in spite of some. */
	override?: string | null
}

/**
 * An officer decides about a booking under review; all its open reviews end. `kept` is refused, with the codes, while something
 * stands that nobody may lift; where the session's time or setting changed, the booking follows it and the family is told.
 * `moved` asks every rule about the new place. `cancelled` is the prison's doing and the family is told at once. The same officer's
 * same decision again changes nothing.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `wrong-state` (not under review), `incomplete` (no place, no reason), `busy`
 */
export async function resolveReview(ctx: Ctx, input: ResolveReviewInput): Promise<BookingOutcome> {
	if (ctx.actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	const found = await findBooking(ctx.db, ctx, input.booking, 'handle-bookings')
	const { id } = found.booking
	const reason = input.reason?.trim() || null
	if (!(await isUnderReview(ctx.db, id))) {
		if (input.end !== 'cancelled') return { ok: true, booking: await endedBefore(ctx.db, ctx, found.booking, input) }
		// What was cancelled already is left to `cancelBooking`, which knows by whom.
		if (found.booking.state !== 'cancelled') throw await reviewConflict(ctx.db, ctx, found.booking)
	}
	if (input.end === 'kept') return keepBooking(ctx, found, input)
	if (input.end === 'moved') return moveBooking(ctx, found, input)
	return {
		ok: true,
		booking: await cancelBooking(ctx, { booking: { id }, onBehalfOf: 'prison', reason: reason ?? '' }),
	}
}

async function moveBooking(
	ctx: Ctx,
	{ booking }: FoundBooking,
	{ place, override = null }: ResolveReviewInput,
): Promise<BookingOutcome> {
	if (!place || isWhereItIs(booking, place))
		throw new ServiceError('incomplete', 'It is moved to another place', ['place'])
	return rescheduleBooking(ctx, { booking: { id: booking.id }, place, override })
}

async function keepBooking(
	ctx: Ctx,
	{ booking: { id, ...read }, party }: FoundBooking,
	input: ResolveReviewInput,
): Promise<BookingOutcome> {
	const reason = input.reason?.trim() || null
	return transaction(ctx.db, async (tx) => {
		const { request, place } = requestOf({ id, ...read })
		const evaluation = await evaluateUnderLock(tx, request, place, ctx.now)
		const [booking] = await lockConfirmed(tx, { bookingIds: [id] }, ctx.now)
		if (!booking || !(await isUnderReview(tx, id)))
			return { ok: true, booking: await endedBefore(tx, ctx, booking ?? { id, ...read }, input) }
		if (booking.version !== read.version) throw await reviewConflict(tx, ctx, booking)
		const { against, toLift } = codesToLift(
			remainingRefusals(evaluation.ruleInput, evaluation.policy, ctx.now, booking.liftedCodes),
		)
		if (against.length > 0) return refusedWith(against, evaluation.viewer)
		if (toLift.length > 0 && !reason) throw new ServiceError('incomplete', 'What is lifted needs a reason', ['reason'])

		const isMoved = differsFromNotified(
			{ ...booking, start: booking.startsAt, end: booking.endsAt },
			evaluation.ruleInput,
		)
		const kept = await updateBooking(tx, id, ['confirmed'], {
			...asItNowIs(evaluation),
			...(toLift.length > 0
				? lifting(
						booking,
						toLift.map(({ code }) => code),
						reason,
					)
				: {}),
			...(isMoved ? { remindAt: nextReminder(evaluation.ruleInput.venue.start, ctx.now) } : {}),
			version: booking.version + (isMoved ? 1 : 0),
		})
		if (!kept) throw new RetryTransaction('A locked booking has changed')
		await writeAudit(tx, ctx, {
			action: 'booking.keep',
			facilityId: kept.facilityId,
			subjectKind: 'booking',
			subjectId: id,
			detail: { lifted: toLift.map(({ code }) => code), followed: isMoved },
		})
		await keepReviewsOf(tx, ctx, [id])
		if (isMoved) await notifyParty(tx, ctx, 'booking-changed', kept, party)
		return { ok: true, booking: { ...kept, visitorIds: booking.visitorIds } }
	})
}

/** Its place, time and track as they are now, which the family hears of when they differ from what it was told. */
function asItNowIs(evaluation: Evaluation) {
	return { ...placeColumns(evaluation), track: trackOf(evaluation.ruleInput.visit) }
}

function lifting(
	booking: BookingWithParty,
	codes: readonly BookingWithParty['liftedCodes'][number][],
	reason: string | null,
) {
	const liftedCodes = [...new Set([...booking.liftedCodes, ...codes])]
	return { liftedCodes, liftReason: reason, capacityLifted: liftedCodes.includes('session-full') }
}

function isWhereItIs(booking: BookingWithParty, place: PlaceRequest): boolean {
	if ('sessionId' in place) return place.sessionId === booking.sessionId
	const isSameTime =
		place.start.getTime() === booking.startsAt.getTime() && place.end.getTime() === booking.endsAt.getTime()
	return place.roomId === booking.roomId && isSameTime
}

async function isUnderReview(db: DbOrTx, bookingId: string): Promise<boolean> {
	return (await selectUnderReview(db, [bookingId])).has(bookingId)
}

/** The booking, where the same officer kept or moved it so. @throws ServiceError `wrong-state` otherwise */
async function endedBefore(
	db: DbOrTx,
	ctx: Ctx,
	{ id }: BookingWithParty,
	{ end, place }: ResolveReviewInput,
): Promise<BookingWithParty> {
	const booking = await selectBooking(db, { id })
	if (!booking) throw new ServiceError('not-found', 'There is no such booking')
	const last = await lastActOnBooking(db, id)
	const isSame =
		end === 'kept'
			? last?.action === 'booking.keep'
			: last?.action === 'booking.change' && place !== undefined && isWhereItIs(booking, place)
	if (last && isSame && isRepeatBy(ctx, last.by)) return booking
	throw await reviewConflict(db, ctx, booking)
}
