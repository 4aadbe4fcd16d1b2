import { isSameParty } from '#app/domain/bookings/party-change.ts'
import { trackOf } from '#app/domain/bookings/rule-input.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import { releaseHold } from '#db/queries/bookings/write.ts'
import { RetryTransaction } from '#db/queries/retry-transaction.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { openReviews } from '../reviews/open-reviews.server.ts'
import { transaction } from '../transaction.server.ts'
import { offerFreedPlaces } from '../waiting-list/offer-places.server.ts'
import { placeOf, type Requester } from './booking-request.ts'
import { bookingConflict } from './conflict.server.ts'
import { evaluateUnderLock } from './evaluate.server.ts'
import {
	eachCodeOnce,
	evaluatePaired,
	partyRequest,
	requireBeforeStart,
	standingAgainst,
} from './evaluate-party.server.ts'
import { type BookingKey, findBooking } from './find.server.ts'
import { type BookingOutcome, countOutcome, refusedWith } from './outcome.ts'
import { notifyPartyChange, writeParty } from './write-party.server.ts'

export interface ChangePartyInput {
	booking: BookingKey
	/** The party as it is to be: visitor ids as given. */
	partyIds: readonly string[]
	/** An officer's reason for lifting limits. */
	override?: string | null
	/** The booking's version that the page showed: where it has changed since, its party is not. */
	version?: number | undefined
}

/**
 * Changes who comes to a visit, in one act: every rule but those on when one may ask is asked again of the new party at the same
 * place, and at the place of a request that is to move the visit, whose party changes with it. A visitor may until
 * `cancelCutoffHours` before the start, an officer until it begins. The party as it is already changes nothing and tells nobody.
 *
 * @throws ServiceError `not-found`, `not-allowed` (past the cut-off, or not theirs), `wrong-state`, `busy`
 */
export async function changeParty(ctx: Ctx, input: ChangePartyInput): Promise<BookingOutcome> {
	const override = input.override?.trim() || null
	const outcome = await transaction(ctx.db, async (tx): Promise<BookingOutcome> => {
		const found = await findBooking(tx, ctx, input.booking, 'handle-bookings')
		if (!found.acts) throw new ServiceError('not-allowed', 'Who booked it changes it')
		const request = partyRequest(ctx, found, input.partyIds)
		const evaluation = await evaluateUnderLock(tx, request, placeOf(found.booking), ctx.now)
		const { before: booking } = evaluation
		if (!booking) throw new ServiceError('not-found', 'There is no such booking')
		if (booking.version !== found.booking.version)
			throw new RetryTransaction('The booking changed before it was locked')
		if (booking.state !== 'requested' && booking.state !== 'confirmed') throw await bookingConflict(tx, ctx, booking)
		if (isSameParty(booking.visitorIds, input.partyIds)) return { ok: true, booking }
		if (input.version !== undefined && input.version !== booking.version) throw await bookingConflict(tx, ctx, booking)
		requireBeforeStart(ctx, booking, evaluation)
		const all = [{ booking, evaluation }, ...(await evaluatePaired(tx, ctx, request, booking))].map((one) => ({
			...one,
			...standingAgainst(ctx, found.party, one, override),
		}))
		const remaining = all.flatMap((one) => one.remaining)
		if (remaining.length > 0) return refusedWith(eachCodeOnce(remaining), evaluation.viewer)

		// It was not counted against the new party, so it must not stay beside it.
		if (evaluation.ownHold) {
			const { prisonerId } = booking
			await releaseHold(tx, { createdBy: request.requester.id, prisonerId, now: ctx.now, except: null })
		}
		const changed: BookingWithParty[] = []
		for (const { booking: one, evaluation, lifts } of all) {
			const columns = {
				track: trackOf(evaluation.ruleInput.visit),
				...whoseItIs(request.requester, one),
				capacityLifted: lifts.includes('session-full'),
				liftedCodes: [...lifts],
				liftReason: lifts.length > 0 ? (override ?? one.liftReason) : null,
			}
			changed.push(await writeParty(tx, ctx, one, { visitorIds: input.partyIds, columns }))
		}
		await openReviews(tx, ctx, { causes: [], scope: { bookingIds: changed.map(({ id }) => id) } })
		const sessions = changed.map(({ sessionId }) => sessionId).filter((id) => id !== null)
		if (input.partyIds.length < booking.visitorIds.length) await offerFreedPlaces(tx, ctx, sessions.sort())
		const [after = booking] = changed
		await notifyPartyChange(tx, ctx, after, {
			party: evaluation.ruleInput.visit.party,
			removed: found.party.filter(({ visitorId }) => !input.partyIds.includes(visitorId)),
		})
		return { ok: true, booking: after }
	})
	return countOutcome('change', outcome)
}

function whoseItIs(requester: Requester, { bookerId }: BookingWithParty) {
	return requester.kind === 'officer' && bookerId !== null ? { bookerId: null, bookedBy: requester.id } : {}
}
