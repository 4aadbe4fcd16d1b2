import type { DbOrTx } from '#db/client.server.ts'
import { selectBooking } from '#db/queries/bookings/read.ts'
import { type BookingWithParty, giveUpHold, insertBooking } from '#db/queries/bookings/write.ts'
import type { Key } from '#db/queries/events/keys.ts'
import { type OpenOffer, selectOpenOffer, selectWish, type WishWithParty } from '#db/queries/wishes/read.ts'
import { endWish, lockWish, takeOffer } from '#db/queries/wishes/write.ts'
import { audited } from '../audit.server.ts'
import { type Answer, askLocked, lockPeople, lockPlace, type VisitAsk } from '../bookings/ask.server.ts'
import { askerOf } from '../bookings/book.server.ts'
import { bookingConflict } from '../bookings/conflict.server.ts'
import { tellParty } from '../bookings/messages.server.ts'
import { type BookingOutcome, refusedWith } from '../bookings/outcome.ts'
import { needsAnswer, newBookingRow } from '../bookings/record.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { wishConflict } from './conflict.server.ts'
import { findOwnWish } from './find-wish.server.ts'

export interface AcceptInput {
	wish: Key
	/** The form's own key: sent twice, it answers the same. */
	formKey?: string | null
	/** The session that was on offer when the page was shown: another one is not taken unseen. */
	session?: string | undefined
}

/**
 * Takes the place that is on offer to a wish. The kept place is let go and booked in one transaction, under the locks of
 * every booking, and every rule is asked once more: where something stands against it now, nothing is written and the offer
 * stays as it was. Pressed again on the page that showed the offer, the booking that was made of it is answered.
 *
 * @throws ServiceError `not-allowed`, `not-found`, `wrong-state` (nothing is on offer now), `busy`
 */
export async function acceptOffer(ctx: Ctx, input: AcceptInput): Promise<BookingOutcome> {
	const wish = await findOwnWish(ctx.db, ctx, input.wish)
	const ask: VisitAsk = {
		asker: askerOf(ctx),
		prisonerId: wish.prisonerId,
		partyIds: wish.visitorIds,
		askFor: wish.askFor,
		consents: [],
		givesUp: null,
		holdRanOut: false,
		formKey: input.formKey ?? null,
	}
	try {
		return await transaction(ctx.db, async (tx) => {
			const people = await lockPeople(tx, ask, ctx.now)
			const before = await takenBefore(tx, ctx, wish)
			if (before && input.session !== undefined) return { ok: true, booking: before }
			if (before) throw await bookingConflict(tx, ctx, before)
			const offer = await releaseOffer(tx, ctx, ask, wish, input.session)
			const answer = await askLocked(tx, ask, { sessionId: offer.sessionId }, ctx.now, people)
			return { ok: true, booking: await takePlace(tx, ctx, ask, wish, answer) }
		})
	} catch (error) {
		if (error instanceof Refused) return error.outcome
		throw error
	}
}

/** The booking that was made of the wish before; null while it is open. @throws ServiceError `wrong-state` (ended otherwise) */
async function takenBefore(tx: DbOrTx, ctx: Ctx, wish: WishWithParty): Promise<BookingWithParty | null> {
	const now = (await selectWish(tx, { id: wish.id })) ?? wish
	if (now.state === 'open') return null
	const booking = now.bookingId === null ? null : await selectBooking(tx, { id: now.bookingId })
	if (!booking) throw await wishConflict(tx, ctx, now)
	if (booking.state === 'requested' || booking.state === 'confirmed') return booking
	throw await bookingConflict(tx, ctx, booking)
}

/** Lets go of the kept place, so that it does not count against its own taker. The people are locked already. */
async function releaseOffer(
	tx: DbOrTx,
	ctx: Ctx,
	ask: VisitAsk,
	wish: WishWithParty,
	shown: string | undefined,
): Promise<OpenOffer> {
	const offer = await selectOpenOffer(tx, wish.id)
	const isAsShown = shown === undefined || offer?.sessionRef === shown
	if (!offer || !isAsShown || offer.until <= ctx.now) throw await wishConflict(tx, ctx, wish)
	const { sessionId } = offer
	await lockPlace(tx, ask, { sessionId }, ctx.now)
	await lockWish(tx, wish.id)
	const taken = await takeOffer(tx, { wishId: wish.id, sessionId, now: ctx.now })
	if (!taken) throw await wishConflict(tx, ctx, (await selectWish(tx, { id: wish.id })) ?? wish)
	return offer
}

async function takePlace(
	tx: DbOrTx,
	ctx: Ctx,
	ask: VisitAsk,
	wish: WishWithParty,
	answer: Answer,
): Promise<BookingWithParty> {
	const { now } = ctx
	if (answer.formBookingId) throw new ServiceError('not-found', 'There is no such form')
	if (answer.refusals.length > 0) throw new Refused(refusedWith(answer.refusals, answer.reader))

	const state = needsAnswer(answer) ? 'requested' : 'confirmed'
	if (answer.ownHold) await giveUpHold(tx, { madeBy: ask.asker.id, prisonerId: ask.prisonerId, now, except: null })
	const { formKey } = ask
	const row = newBookingRow(answer, ask, { state, holdUntil: null, now, formKey, lifted: [], liftReason: null })
	const booking = await insertBooking(tx, row, ask.partyIds)
	const met = await endWish(tx, wish.id, { state: 'met', bookingId: booking.id })
	if (!met) throw await wishConflict(tx, ctx, (await selectWish(tx, { id: wish.id })) ?? wish)
	await audited(tx, ctx, {
		action: state === 'requested' ? 'booking.request' : 'booking.confirm',
		facilityId: booking.facilityId,
		subjectKind: 'booking',
		subjectId: booking.id,
		detail: { wish: wish.id },
	})
	const kind = state === 'requested' ? 'booking-requested' : 'booking-confirmed'
	await tellParty(tx, ctx, kind, booking, answer.asked.visit.party)
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
