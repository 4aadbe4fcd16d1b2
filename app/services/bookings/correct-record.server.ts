import { type BookingState, type CorrectedState, liveStates, mayBeCorrected } from '#app/domain/bookings/booking.ts'
import { gateStops } from '#app/domain/bookings/gate-stops.ts'
import { placeGone } from '#app/domain/bookings/place-gone.ts'
import { remainingRefusals } from '#app/domain/bookings/remaining-refusals.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { lockBooking, lockSessionsOfBookings } from '#db/queries/bookings/lock-sessions-of.ts'
import { clearPresence, updatePresence } from '#db/queries/bookings/presence.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import { updateBooking } from '#db/queries/bookings/write.ts'
import { RetryTransaction } from '#db/queries/retry-transaction.ts'
import { writeAudit } from '../audit.server.ts'
import { isRepeatBy } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { type GateOutcome, requireInTime } from './arrive.server.ts'
import { requestOf } from './booking-request.ts'
import { bookingConflict, lastActOnBooking } from './conflict.server.ts'
import { evaluateUnderLock } from './evaluate.server.ts'
import { type BookingKey, findBooking } from './find.server.ts'
import { type RefusedBooking, refusedWith } from './outcome.ts'

export interface CorrectInput {
	booking: BookingKey
	to: CorrectedState
	/** What was wrong. */
	reason: string
	/** The booking as the page showed it; left out, it is corrected whatever it is now. */
	from?: string | undefined
}

/**
 * An officer mends a wrong record at the gate, with a reason, until `recordDays` after the visit's end. Back to a visit that takes
 * its place again, the place must still be free; to one that is let in while it lasts, the gate asks again. Corrected by the same
 * officer in the same way before, it stays as it is.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `incomplete` (no reason), `wrong-state` (nothing was recorded, too late, too early
 * for a no-show, or changed since the page was shown)
 */
export async function correctRecord(ctx: Ctx, input: CorrectInput): Promise<GateOutcome> {
	if (ctx.actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	const { to } = input
	const reason = input.reason.trim()
	return transaction(ctx.db, async (tx) => {
		const { booking: found } = await findBooking(tx, ctx, input.booking, 'admit-visitors')
		if (reason === '') throw new ServiceError('incomplete', 'A correction has a reason', ['reason'])
		const refused = takesPlace(to) ? await refusedPlace(tx, ctx, found, to) : null
		if (!takesPlace(to)) await lockSessionsOfBookings(tx, [found])
		const booking = await lockBooking(tx, found.id)
		const last = await lastActOnBooking(tx, booking.id)
		const isSame = booking.state === to && last?.action === 'booking.correct' && last.detail.reason === reason
		if (isSame && isRepeatBy(ctx, last.by)) return { ok: true, booking, already: true }
		if (!mayBeCorrected(booking.state, to) || (input.from !== undefined && input.from !== booking.state))
			throw await bookingConflict(tx, ctx, booking, last)
		await requireInTime(tx, ctx, booking, to)
		if (refused) return refused
		const corrected = await updateBooking(tx, booking.id, [booking.state], {
			state: to,
			reason: to === 'turned-away' ? reason : null,
			endedAt: takesPlace(to) ? null : ctx.now,
		})
		if (!corrected) throw new RetryTransaction('A locked booking has changed')
		await correctPresence(tx, booking, to, reason)
		await writeAudit(tx, ctx, {
			action: 'booking.correct',
			facilityId: booking.facilityId,
			subjectKind: 'booking',
			subjectId: booking.id,
			detail: { from: booking.state, to, reason },
		})
		return { ok: true, booking: { ...corrected, visitorIds: booking.visitorIds }, already: false }
	})
}

const wasLetIn = (state: BookingState) => state === 'checked-in' || state === 'completed'

/** What it says of each member then; who was let in stays so where the visit took place either way. */
async function correctPresence(
	tx: DbOrTx,
	{ id, state, visitorIds }: BookingWithParty,
	to: CorrectedState,
	reason: string,
) {
	if (to === 'confirmed') await clearPresence(tx, id)
	else if (to === 'no-show') await updatePresence(tx, id, visitorIds, 'absent')
	else if (to === 'turned-away') await updatePresence(tx, id, visitorIds, 'turned-away', reason)
	else if (!wasLetIn(state)) await updatePresence(tx, id, visitorIds, 'in')
}

const takesPlace = (state: CorrectedState) => liveStates.some((live) => live === state)

/** What stands against a visit that takes its place again; the people and places are locked for it. */
async function refusedPlace(
	tx: DbOrTx,
	ctx: Ctx,
	booking: BookingWithParty,
	to: CorrectedState,
): Promise<RefusedBooking | null> {
	const { request, place } = requestOf(booking)
	const { ruleInput, policy, viewer } = await evaluateUnderLock(tx, request, place, ctx.now)
	const remaining = remainingRefusals(ruleInput, policy, ctx.now)
	// Whom the gate would stop now is not let in by way of a correction; what is over is over.
	const stops = to === 'checked-in' && ctx.now < booking.endsAt ? gateStops(remaining) : []
	const against = [...stops, ...placeGone(remaining)]
	return against.length > 0 ? refusedWith(against, viewer) : null
}
