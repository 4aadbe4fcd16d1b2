import type { DbOrTx } from '#db/client.server.ts'
import { selectBooking } from '#db/queries/bookings/read.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import { insertBooking, releaseHold } from '#db/queries/bookings/write.ts'
import type { Key } from '#db/queries/key.ts'
import { type EntryWithParty, type OpenOffer, selectEntry, selectOpenOffer } from '#db/queries/waiting-list/read.ts'
import { endEntry, lockEntry, takeOffer } from '#db/queries/waiting-list/write.ts'
import { writeAudit } from '../audit.server.ts'
import { requesterOf } from '../bookings/book.server.ts'
import { type BookingRequest, bookingRequest } from '../bookings/booking-request.ts'
import { bookingConflict } from '../bookings/conflict.server.ts'
import type { Evaluation } from '../bookings/evaluate.server.ts'
import { evaluateLocked } from '../bookings/evaluate.server.ts'
import { lockPeople, lockVenue } from '../bookings/lock.server.ts'
import { notifyParty } from '../bookings/messages.server.ts'
import { needsApproval, newBookingRow } from '../bookings/new-booking-row.ts'
import { type BookingOutcome, refusedWith } from '../bookings/outcome.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { entryConflict } from './conflict.server.ts'
import { findOwnEntry } from './find-entry.server.ts'

export interface AcceptInput {
	entry: Key
	/** The form's own key: sent twice, it answers the same. */
	idempotencyKey?: string | null
	/** The session that was on offer when the page was shown: another one is not taken unseen. */
	session?: string | undefined
}

/**
 * Takes the place that is on offer to a waiting-list entry. The kept place is let go and booked in one transaction, under the locks of
 * every booking, and every rule is asked once more: where something stands against it now, nothing is written and the offer
 * stays as it was. Pressed again on the page that showed the offer, the booking that was made of it is answered.
 *
 * @throws ServiceError `not-allowed`, `not-found`, `wrong-state` (nothing is on offer now), `busy`
 */
export async function acceptOffer(ctx: Ctx, input: AcceptInput): Promise<BookingOutcome> {
	const entry = await findOwnEntry(ctx.db, ctx, input.entry)
	const request = bookingRequest({
		requester: requesterOf(ctx),
		...{ prisonerId: entry.prisonerId, partyIds: entry.visitorIds, askFor: entry.askFor },
		idempotencyKey: input.idempotencyKey,
	})
	try {
		return await transaction(ctx.db, async (tx) => {
			const people = await lockPeople(tx, request, ctx.now)
			const before = await takenBefore(tx, ctx, entry)
			if (before && isSentAgain(before, input)) return { ok: true, booking: before }
			if (before) throw await bookingConflict(tx, ctx, before)
			const offer = await releaseOffer(tx, ctx, request, entry, input.session)
			const evaluation = await evaluateLocked(tx, request, { sessionId: offer.sessionId }, ctx.now, people)
			return { ok: true, booking: await takePlace(tx, ctx, request, entry, evaluation) }
		})
	} catch (error) {
		if (error instanceof Refused) return error.outcome
		throw error
	}
}

/** The form showed the offer, or has the key of the one that took it: any other request finds nothing on offer. */
function isSentAgain(before: BookingWithParty, { session, idempotencyKey = null }: AcceptInput): boolean {
	return session !== undefined || (idempotencyKey !== null && before.idempotencyKey === idempotencyKey)
}

/** The booking that was made of the waiting-list entry before; null while it is open. @throws ServiceError `wrong-state` (ended otherwise) */
async function takenBefore(tx: DbOrTx, ctx: Ctx, entry: EntryWithParty): Promise<BookingWithParty | null> {
	const now = (await selectEntry(tx, { id: entry.id })) ?? entry
	if (now.state === 'open') return null
	const booking = now.bookingId === null ? null : await selectBooking(tx, { id: now.bookingId })
	if (!booking) throw await entryConflict(tx, ctx, now)
	if (booking.state === 'requested' || booking.state === 'confirmed') return booking
	throw await bookingConflict(tx, ctx, booking)
}

/** Lets go of the kept place, so that it does not count against its own taker. The people are locked already. */
async function releaseOffer(
	tx: DbOrTx,
	ctx: Ctx,
	request: BookingRequest,
	entry: EntryWithParty,
	shown: string | undefined,
): Promise<OpenOffer> {
	const offer = await selectOpenOffer(tx, entry.id)
	const isAsShown = shown === undefined || offer?.sessionRef === shown
	if (!offer || !isAsShown || offer.until <= ctx.now) throw await entryConflict(tx, ctx, entry)
	const { sessionId } = offer
	await lockVenue(tx, request, { sessionId }, ctx.now)
	await lockEntry(tx, entry.id)
	const taken = await takeOffer(tx, { waitingListEntryId: entry.id, sessionId, now: ctx.now })
	if (!taken) throw await entryConflict(tx, ctx, (await selectEntry(tx, { id: entry.id })) ?? entry)
	return offer
}

async function takePlace(
	tx: DbOrTx,
	ctx: Ctx,
	request: BookingRequest,
	entry: EntryWithParty,
	evaluation: Evaluation,
): Promise<BookingWithParty> {
	const { now } = ctx
	if (evaluation.idempotentBookingId) throw new ServiceError('not-found', 'There is no such form')
	if (evaluation.refusals.length > 0) throw new Refused(refusedWith(evaluation.refusals, evaluation.viewer))

	const state = needsApproval(evaluation) ? 'requested' : 'confirmed'
	if (evaluation.ownHold)
		await releaseHold(tx, { createdBy: request.requester.id, prisonerId: request.prisonerId, now, except: null })
	const { idempotencyKey } = request
	const row = newBookingRow(evaluation, request, {
		state,
		holdUntil: null,
		now,
		idempotencyKey,
		lifted: [],
		liftReason: null,
	})
	const booking = await insertBooking(tx, row, request.partyIds)
	const met = await endEntry(tx, entry.id, { state: 'fulfilled', bookingId: booking.id })
	if (!met) throw await entryConflict(tx, ctx, (await selectEntry(tx, { id: entry.id })) ?? entry)
	await writeAudit(tx, ctx, {
		action: state === 'requested' ? 'booking.request' : 'booking.confirm',
		facilityId: booking.facilityId,
		subjectKind: 'booking',
		subjectId: booking.id,
		detail: { entry: entry.id },
	})
	const kind = state === 'requested' ? 'booking-requested' : 'booking-confirmed'
	await notifyParty(tx, ctx, kind, booking, evaluation.ruleInput.visit.party)
	return booking
}

/** Rolls the released place back. */
class Refused extends Error {
	readonly outcome: BookingOutcome

	constructor(outcome: BookingOutcome) {
		super('Something stands against it')
		this.outcome = outcome
	}
}
