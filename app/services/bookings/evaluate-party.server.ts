import { isBeforeCutoff } from '#app/domain/bookings/available-actions.ts'
import { liftsThatHold, partySize, refusalsOfParty } from '#app/domain/bookings/party-change.ts'
import { remainingRefusals } from '#app/domain/bookings/remaining-refusals.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import type { Refusal, RefusalCode } from '#app/domain/refusals.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type BookedPerson, selectBooking } from '#db/queries/bookings/read.ts'
import { selectPendingMove } from '#db/queries/bookings/requests.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { liftedBy, requesterOf } from './book.server.ts'
import { type BookingRequest, placeOf, requestAgain } from './booking-request.ts'
import { type Evaluation, evaluate } from './evaluate.server.ts'
import type { FoundBooking } from './find.server.ts'

/** A booking with what the rules say of its new party. */
export interface EvaluatedParty {
	booking: BookingWithParty
	evaluation: Evaluation
}

/**
 * The new party asked for in the booker's name. Where an officer takes the booker out of the party it is asked, and kept from
 * then on, in the officer's.
 */
export function partyRequest(ctx: Ctx, { booking, party }: FoundBooking, partyIds: readonly string[]): BookingRequest {
	const { bookerId } = booking
	const isTakenOut =
		ctx.actor.kind === 'officer' &&
		party.some(({ visitorId }) => visitorId === bookerId) &&
		!partyIds.some((id) => id === bookerId)
	const requester = bookerId && !isTakenOut ? ({ kind: 'visitor', id: bookerId } as const) : requesterOf(ctx)
	return { ...requestAgain(booking, requester), partyIds }
}

/** @throws ServiceError `not-allowed` (a visitor past the cut-off), `wrong-state` (it has begun) */
export function requireBeforeStart(
	{ actor, now }: Ctx,
	{ startsAt, endsAt }: BookingWithParty,
	{ policy }: Evaluation,
): void {
	if (actor.kind === 'visitor' && !isBeforeCutoff({ start: startsAt, end: endsAt }, policy, now))
		throw new ServiceError('not-allowed', 'It is too late to change alone')
	if (startsAt <= now) throw new ServiceError('wrong-state', 'It has begun: who comes is recorded at the gate')
}

/**
 * The visit that a request is to move, or the request that is to move a visit, asked about the same party: they are one family's.
 * Empty where there is none.
 */
export async function evaluatePaired(
	db: DbOrTx,
	ctx: Ctx,
	request: BookingRequest,
	booking: BookingWithParty,
): Promise<EvaluatedParty[]> {
	const paired = await pairedWith(db, booking)
	if (!paired) return []
	const { askFor, consents } = paired
	const again = { ...request, askFor, consents, replaces: paired.id }
	return [{ booking: paired, evaluation: await evaluate(db, again, placeOf(paired), ctx.now) }]
}

async function pairedWith(db: DbOrTx, booking: BookingWithParty): Promise<BookingWithParty | null> {
	if (booking.movesId === null) return selectPendingMove(db, booking.id)
	const visit = booking.state === 'requested' ? await selectBooking(db, { id: booking.movesId }) : null
	return visit?.state === 'confirmed' ? visit : null
}

/** What stands against a booking's new party, and what is lifted for it, by an officer now or when it was booked. */
export function standingAgainst(
	ctx: Ctx,
	before: readonly BookedPerson[],
	{ booking, evaluation }: EvaluatedParty,
	override: string | null,
): { remaining: Refusal[]; lifts: readonly RefusalCode[] } {
	const { ruleInput, policy } = evaluation
	const on = localDate(booking.startsAt)
	const sizes = [partySize(before, on), partySize(ruleInput.visit.party, on)] as const
	const held = liftsThatHold(booking.liftedCodes, ...sizes)
	const found = refusalsOfParty(remainingRefusals(ruleInput, policy, ctx.now, held), ...sizes)
	const { remaining, lifted } = liftedBy(ctx, found, override)
	return { remaining, lifts: [...new Set([...held, ...lifted.map(({ code }) => code)])] }
}

export function eachCodeOnce(refusals: readonly Refusal[]): Refusal[] {
	return [...new Map(refusals.map((found) => [found.code, found])).values()]
}
