import type { Cause } from '#app/domain/reviews/is-affected-by.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import { type BookingScope, lockConfirmed } from '#db/queries/reviews/bookings.ts'
import { lockReviewsOf, type OpenReview, selectPairs } from '#db/queries/reviews/reviews.ts'
import type { Ctx } from '../context.ts'
import { offerFreedPlaces } from '../waiting-list/offer-places.server.ts'
import { letLeave, lockToLeave } from './leave-party.server.ts'
import { reevaluate, touching } from './reevaluate.server.ts'
import { notifyUnderReview, writeOpened, writeResolved } from './write-reviews.server.ts'

export interface ReviewTrigger {
	/** What happened; none when something only went away. */
	causes: readonly Cause[]
	/** The bookings that it may touch. */
	scope: BookingScope
}

/** What came of an event, by booking id. */
export interface ReviewsOutcome {
	opened: string[]
	closed: string[]
}

/**
 * Asks the rules again about every confirmed booking to come that an event may touch. Where a cause touches one, a review opens,
 * unless a member whose permit no longer holds may leave the party; where the cause of an open review is gone, it closes by itself. The family is told once, when the first review of a booking
 * opens. Call it in the event's own transaction, once the event is written and its people and places are locked.
 */
export async function openReviews(tx: DbOrTx, ctx: Ctx, { causes, scope }: ReviewTrigger): Promise<ReviewsOutcome> {
	await lockToLeave(tx, causes, scope, ctx.now)
	const bookings = await lockConfirmed(tx, scope, ctx.now)
	if (bookings.length === 0) return { opened: [], closed: [] }
	const before = await lockReviewsOf(
		tx,
		bookings.map(({ id }) => id),
	)
	const pairs = await pairsOf(tx, [...causes, ...before])
	const opened: { booking: BookingWithParty; causes: Cause[] }[] = []
	const gone: OpenReview[] = []
	const freed: string[] = []
	for (const booking of bookings) {
		const open = before.filter(({ bookingId }) => bookingId === booking.id)
		const fresh = causes.filter((cause) => !open.some((one) => isSame(one, cause)))
		if (open.length + fresh.length === 0) continue
		const evaluation = await reevaluate(tx, booking, ctx.now)
		const found = touching(fresh, booking, evaluation, ctx.now, pairs)
		const left = found.length > 0 ? await letLeave(tx, ctx, booking, found, evaluation) : null
		if (left?.sessionId) freed.push(left.sessionId)
		if (found.length > 0 && !left) opened.push({ booking, causes: found })
		// What stood against the visit as it was may not stand against the rest.
		const now = left ? await reevaluate(tx, left, ctx.now) : evaluation
		const still = touching(open, left ?? booking, now, ctx.now, pairs)
		gone.push(...open.filter((one) => !still.includes(one)))
	}
	const wereAcknowledged = new Set(before.map(({ bookingId }) => bookingId))
	await writeOpened(tx, ctx, opened)
	await writeResolved(tx, ctx, gone, 'cause-gone')
	await notifyUnderReview(
		tx,
		ctx,
		opened.map(({ booking }) => booking).filter(({ id }) => !wereAcknowledged.has(id)),
	)
	await offerFreedPlaces(tx, ctx, freed.sort())
	return {
		opened: opened.map(({ booking }) => booking.id),
		closed: [...new Set(gone.map(({ bookingId }) => bookingId))],
	}
}

function isSame(open: OpenReview, { cause, causeId }: Cause): boolean {
	return open.cause === cause && open.causeId === causeId
}

/** The two whom each non-association among these causes names. */
export function pairsOf(
	tx: DbOrTx,
	causes: readonly Pick<Cause, 'cause' | 'causeId'>[],
): Promise<Map<string, string[]>> {
	return selectPairs(
		tx,
		causes.filter(({ cause }) => cause === 'non-association-added').map(({ causeId }) => causeId),
	)
}
