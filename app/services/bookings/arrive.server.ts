import type { AuditAction } from '#app/domain/audit/actions.ts'
import { type BookingState, mayBecome } from '#app/domain/bookings/booking.ts'
import { noShowFrom, recordUntil } from '#app/domain/bookings/gate-times.ts'
import type { Presence } from '#app/domain/bookings/presence.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { lockSessionsOfBookings } from '#db/queries/bookings/lock-sessions-of.ts'
import { updatePresence } from '#db/queries/bookings/presence.ts'
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
import { bookingConflict, lastActOnBooking } from './conflict.server.ts'
import { type BookingKey, findBooking } from './find.server.ts'
import type { RefusedBooking } from './outcome.ts'

export interface ArriveInput {
	booking: BookingKey
	reason?: string
}

/** `already`: the same officer had recorded the same before, and nothing was changed. */
export type GateOutcome = { ok: true; booking: BookingWithParty; already: boolean } | RefusedBooking

interface Step {
	to: BookingState
	action: AuditAction
	/** What it says of each of the party, where it says the same of all. */
	presenceOfAll?: Presence
}

/** The visit is over. @throws ServiceError `not-found`, `not-allowed`, `wrong-state` */
export const completeVisit = (ctx: Ctx, input: ArriveInput): Promise<GateOutcome> =>
	gateStep(ctx, input, { to: 'completed', action: 'booking.complete' })

/** Nobody came. @throws ServiceError `not-found`, `not-allowed`, `wrong-state` (also before `lateRejectMinutes` have passed) */
export const recordNoShow = (ctx: Ctx, input: ArriveInput): Promise<GateOutcome> =>
	gateStep(ctx, input, { to: 'no-show', action: 'booking.no-show', presenceOfAll: 'absent' })

/** The party came and was not let in (straffegjennomføringsloven § 27). @throws ServiceError `not-found`, `not-allowed`, `wrong-state` */
export const turnAway = (ctx: Ctx, input: ArriveInput): Promise<GateOutcome> =>
	gateStep(ctx, input, { to: 'turned-away', action: 'booking.turn-away', presenceOfAll: 'turned-away' })

async function gateStep(ctx: Ctx, input: ArriveInput, step: Step): Promise<GateOutcome> {
	if (ctx.actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	return transaction(ctx.db, async (tx) => {
		const { booking } = await findBooking(tx, ctx, input.booking, 'admit-visitors')
		const { to, action, presenceOfAll } = step
		const reason = input.reason?.trim() || null
		if (!mayBecome(booking.state, to)) return recordedBefore(tx, ctx, booking, step, reason)
		await requireInTime(tx, ctx, booking, to)
		await lockSessionsOfBookings(tx, [booking])
		const changed = await updateBooking(tx, booking.id, [booking.state], { state: to, reason, endedAt: ctx.now })
		if (!changed) throw new RetryTransaction('The booking changed while we waited for a lock')
		if (presenceOfAll)
			await updatePresence(
				tx,
				booking.id,
				booking.visitorIds,
				presenceOfAll,
				presenceOfAll === 'turned-away' ? reason : null,
			)
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
