import { refusalsAtGate } from '#app/domain/bookings/presence.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { lockBooking } from '#db/queries/bookings/locks.ts'
import { selectLetIn, updatePresence } from '#db/queries/bookings/presence.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import { updateBooking } from '#db/queries/bookings/write.ts'
import { RetryTransaction } from '#db/queries/retry-transaction.ts'
import { selectUnderReview } from '#db/queries/reviews/reviews.ts'
import { writeAudit } from '../audit.server.ts'
import { isRepeatBy } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { settleReviewsOf } from '../reviews/settle.server.ts'
import { transaction } from '../transaction.server.ts'
import { type GateOutcome, requireInTime } from './arrive.server.ts'
import { requestOf } from './booking-request.ts'
import { bookingConflict, lastActOnBooking } from './conflict.server.ts'
import { evaluateUnderLock } from './evaluate.server.ts'
import { type BookingKey, findBooking } from './find.server.ts'
import { type RefusedBooking, refusedWith } from './outcome.ts'

export interface LetInInput {
	booking: BookingKey
	/** Who of the party comes in, by visitor id; left out, all who are not turned away. The others are absent. */
	present?: readonly string[]
	/** Who came and is not let in, and why. */
	turnedAway?: { visitorIds: readonly string[]; reason: string }
}

/**
 * Lets in those of a party who are there, unless something stands against it for which nobody is (`gate-stops.ts`), or children
 * would be in without an adult: asked under the locks, of those who are in, of the visit as it is now. Who comes later is let in
 * by the same act.
 *
 * @throws ServiceError `not-found` (the booking, or somebody who is not of its party), `not-allowed`, `incomplete` (nobody comes in, or
 * somebody is turned away without a reason), `wrong-state` (not confirmed, or under review)
 */
export async function checkIn(ctx: Ctx, input: LetInInput): Promise<GateOutcome> {
	if (ctx.actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	const { visitorIds: sentHome, reason } = input.turnedAway ?? { visitorIds: [], reason: '' }
	return transaction(ctx.db, async (tx) => {
		const { booking } = await findBooking(tx, ctx, input.booking, 'admit-visitors')
		const { visitorIds: party } = booking
		const present = input.present ?? party.filter((id) => !sentHome.includes(id))
		if ([...present, ...sentHome].some((id) => !party.includes(id)))
			throw new ServiceError('not-found', 'There is no such member of the party')
		const before = await letInBefore(tx, booking)
		const letIn = party.filter((id) => before.includes(id) || present.includes(id))
		const isMore = letIn.length > before.length
		if (booking.state !== 'confirmed' && !(booking.state === 'checked-in' && isMore))
			return letInAlready(tx, ctx, booking, { before, present })
		if (present.length === 0) throw new ServiceError('incomplete', 'Somebody comes in', ['present'])
		if (sentHome.length > 0 && reason.trim() === '')
			throw new ServiceError('incomplete', 'Who is turned away is told why', ['reason'])
		await requireInTime(tx, ctx, booking, 'checked-in')
		const refused = await stopAtGate(tx, ctx, booking, letIn)
		if (refused) return refused
		const changed = await updateBooking(tx, booking.id, [booking.state], {
			state: 'checked-in',
			reason: null,
			endedAt: null,
		})
		if (!changed) throw new RetryTransaction('The booking changed while we waited for a lock')
		const turnedAway = sentHome.filter((id) => !letIn.includes(id))
		const absent = party.filter((id) => !letIn.includes(id) && !turnedAway.includes(id))
		await updatePresence(tx, booking.id, letIn, 'in')
		await updatePresence(tx, booking.id, turnedAway, 'turned-away', reason.trim())
		// Who was turned away before stays so while others are let in.
		if (booking.state === 'confirmed') await updatePresence(tx, booking.id, absent, 'absent')
		await writeAudit(tx, ctx, {
			action: 'booking.check-in',
			facilityId: booking.facilityId,
			subjectKind: 'booking',
			subjectId: booking.id,
			detail: { in: letIn, turnedAway },
		})
		await settleReviewsOf(tx, ctx, [booking.id])
		return { ok: true, booking: { ...changed, visitorIds: party }, already: false }
	})
}

/** Who is in already. Of a visit that was recorded as a whole, everyone. */
async function letInBefore(tx: DbOrTx, { id, state, visitorIds }: BookingWithParty): Promise<string[]> {
	if (state !== 'checked-in') return []
	const letIn = await selectLetIn(tx, id)
	return letIn.length > 0 ? letIn : visitorIds
}

async function stopAtGate(
	tx: DbOrTx,
	ctx: Ctx,
	booking: BookingWithParty,
	letIn: readonly string[],
): Promise<RefusedBooking | null> {
	const { request, place } = requestOf(booking)
	const answer = await evaluateUnderLock(tx, { ...request, partyIds: letIn }, place, ctx.now)
	await lockBooking(tx, booking.id)
	if (!isWhereItWas(booking, answer.before)) throw new RetryTransaction('The booking moved while we waited for a lock')
	const stops = refusalsAtGate(answer.ruleInput, answer.policy, ctx.now)
	if (stops.length > 0) return refusedWith(stops, answer.viewer)
	// What is over is recorded: its review closes by itself.
	const underReview = booking.endsAt > ctx.now ? await selectUnderReview(tx, [booking.id]) : new Set<string>()
	if (underReview.has(booking.id)) throw new ServiceError('wrong-state', 'It is under review')
	return null
}

function isWhereItWas(read: BookingWithParty, now: BookingWithParty | null): boolean {
	const isSame = now?.sessionId === read.sessionId && now.roomId === read.roomId && now.version === read.version
	return isSame && now.startsAt.getTime() === read.startsAt.getTime() && `${now.visitorIds}` === `${read.visitorIds}`
}

/** The booking, where the same officer let in the same people before. @throws ServiceError `wrong-state`, recorded otherwise */
async function letInAlready(
	tx: DbOrTx,
	ctx: Ctx,
	booking: BookingWithParty,
	{ before, present }: { before: readonly string[]; present: readonly string[] },
): Promise<GateOutcome> {
	const act = await lastActOnBooking(tx, booking.id)
	const isSame = act?.action === 'booking.check-in' && before.every((id) => present.includes(id))
	if (booking.state === 'checked-in' && isSame && isRepeatBy(ctx, act.by)) return { ok: true, booking, already: true }
	throw await bookingConflict(tx, ctx, booking, act)
}
