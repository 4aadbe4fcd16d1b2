import type { AuditAction } from '#app/domain/audit/actions.ts'
import { type BookingState, mayBecome } from '#app/domain/bookings/booking.ts'
import { gateStops } from '#app/domain/bookings/gate-stops.ts'
import { noShowFrom, recordUntil } from '#app/domain/bookings/gate-times.ts'
import { remainingRefusals } from '#app/domain/bookings/remaining-refusals.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { lockSessionsOfBookings } from '#db/queries/bookings/lock-sessions-of.ts'
import { lockBooking } from '#db/queries/bookings/locks.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import { updateBooking } from '#db/queries/bookings/write.ts'
import { RetryTransaction } from '#db/queries/retry-transaction.ts'
import { selectUnderReview } from '#db/queries/reviews/reviews.ts'
import { writeAudit } from '../audit.server.ts'
import { isRepeatBy } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { policyInForce } from '../policy.server.ts'
import { settleReviewsOf } from '../reviews/settle.server.ts'
import { transaction } from '../transaction.server.ts'
import { requestOf } from './booking-request.ts'
import { bookingConflict, lastActOnBooking } from './conflict.server.ts'
import { evaluateUnderLock } from './evaluate.server.ts'
import { type BookingKey, findBooking } from './find.server.ts'
import { type RefusedBooking, refusedWith } from './outcome.ts'

export interface ArriveInput {
	booking: BookingKey
	reason?: string
}

/** `already`: the same officer had recorded the same before, and nothing was changed. */
export type GateOutcome = { ok: true; booking: BookingWithParty; already: boolean } | RefusedBooking

interface Step {
	to: BookingState
	action: AuditAction
}

/**
 * The party is let in, unless something stands against it for which nobody is (`gate-stops.ts`): asked under the locks, of the
 * visit as it is now.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `wrong-state` (not confirmed, or under review)
 */
export const checkIn = (ctx: Ctx, input: ArriveInput): Promise<GateOutcome> =>
	gateStep(ctx, input, { to: 'checked-in', action: 'booking.check-in' })

/** The visit is over. @throws ServiceError `not-found`, `not-allowed`, `wrong-state` */
export const completeVisit = (ctx: Ctx, input: ArriveInput): Promise<GateOutcome> =>
	gateStep(ctx, input, { to: 'completed', action: 'booking.complete' })

/** Nobody came. @throws ServiceError `not-found`, `not-allowed`, `wrong-state` (also before `lateRejectMinutes` have passed) */
export const recordNoShow = (ctx: Ctx, input: ArriveInput): Promise<GateOutcome> =>
	gateStep(ctx, input, { to: 'no-show', action: 'booking.no-show' })

/** The party came and was not let in (straffegjennomføringsloven § 27). @throws ServiceError `not-found`, `not-allowed`, `wrong-state` */
export const turnAway = (ctx: Ctx, input: ArriveInput): Promise<GateOutcome> =>
	gateStep(ctx, input, { to: 'turned-away', action: 'booking.turn-away' })

async function gateStep(ctx: Ctx, input: ArriveInput, step: Step): Promise<GateOutcome> {
	if (ctx.actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	return transaction(ctx.db, async (tx) => {
		const { booking } = await findBooking(tx, ctx, input.booking, 'admit-visitors')
		const { to, action } = step
		const reason = input.reason?.trim() || null
		if (!mayBecome(booking.state, to)) return recordedBefore(tx, ctx, booking, step, reason)
		await requireInTime(tx, ctx, booking, to)
		const refused = to === 'checked-in' ? await stopAtGate(tx, ctx, booking) : null
		if (refused) return refused
		if (to !== 'checked-in') await lockSessionsOfBookings(tx, [booking])
		const changed = await updateBooking(tx, booking.id, [booking.state], {
			state: to,
			reason,
			endedAt: to === 'checked-in' ? null : ctx.now,
		})
		if (!changed) throw new RetryTransaction('The booking changed while we waited for a lock')
		await writeAudit(tx, ctx, { action, facilityId: booking.facilityId, subjectKind: 'booking', subjectId: booking.id })
		await settleReviewsOf(tx, ctx, [booking.id])
		return { ok: true, booking: { ...changed, visitorIds: booking.visitorIds }, already: false }
	})
}

/** @throws ServiceError `wrong-state`: too early to say that nobody came, or too late to record anything */
export async function requireInTime(
	tx: DbOrTx,
	ctx: Ctx,
	{ facilityId, startsAt, endsAt }: BookingWithParty,
	to: BookingState,
): Promise<void> {
	const policy = await policyInForce(tx, facilityId, ctx.now)
	const visit = { start: startsAt, end: endsAt }
	if (to === 'no-show' && ctx.now < noShowFrom(visit, policy))
		throw new ServiceError('wrong-state', 'They may still come')
	if (ctx.now > recordUntil(visit, policy)) throw new ServiceError('wrong-state', 'It is too late to record it')
}

async function stopAtGate(tx: DbOrTx, ctx: Ctx, booking: BookingWithParty) {
	const { request, place } = requestOf(booking)
	const answer = await evaluateUnderLock(tx, request, place, ctx.now)
	await lockBooking(tx, booking.id)
	if (!isWhereItWas(booking, answer.before)) throw new RetryTransaction('The booking moved while we waited for a lock')
	const stops = gateStops(remainingRefusals(answer.ruleInput, answer.policy, ctx.now))
	if (stops.length > 0) return refusedWith(stops, answer.viewer)
	const underReview = await selectUnderReview(tx, [booking.id])
	if (underReview.has(booking.id)) throw new ServiceError('wrong-state', 'It is under review')
	return null
}

function isWhereItWas(read: BookingWithParty, now: BookingWithParty | null): boolean {
	const isSame = now?.sessionId === read.sessionId && now.roomId === read.roomId && now.version === read.version
	return isSame && now.startsAt.getTime() === read.startsAt.getTime() && `${now.visitorIds}` === `${read.visitorIds}`
}

/** The booking as the same officer recorded it before. @throws ServiceError `wrong-state`, recorded otherwise */
async function recordedBefore(
	tx: DbOrTx,
	ctx: Ctx,
	booking: BookingWithParty,
	{ to, action }: Step,
	reason: string | null,
): Promise<GateOutcome> {
	const act = await lastActOnBooking(tx, booking.id)
	const isSame = booking.state === to && act?.action === action && booking.reason === reason
	if (isSame && isRepeatBy(ctx, act.by)) return { ok: true, booking, already: true }
	throw await bookingConflict(tx, ctx, booking, act)
}
