import { liftRefusals } from '#app/domain/bookings/lift.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import type { Refusal } from '#app/domain/refusals.ts'
import type { StayConsent } from '#app/domain/rooms/room.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { selectBooking } from '#db/queries/bookings/read.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import { insertBooking, releaseHold } from '#db/queries/bookings/write.ts'
import { pipeline } from '#db/queries/pipeline.ts'
import { skipped } from '#db/queries/statement.ts'
import { writeAudit } from '../audit.server.ts'
import { requireOfficer } from '../authorise.ts'
import { wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { type BookingRequest, bookingRequest, type PlaceRequest, type Requester } from './booking-request.ts'
import type { Evaluation } from './evaluate.server.ts'
import { evaluateUnderLock } from './evaluate.server.ts'
import { bookingMessageKind, notifyParty } from './messages.server.ts'
import { needsApproval, newBookingRow } from './new-booking-row.ts'
import { type BookingOutcome, countOutcome, refusedWith } from './outcome.ts'

export interface BookInput {
	prisonerId: string
	/** Visitor ids as given. */
	partyIds: readonly string[]
	place: PlaceRequest
	/** Stricter controls asked for by name. */
	askFor?: readonly Control[]
	consents?: readonly StayConsent[]
	/** The form's own key: sent twice, it makes one booking and answers the same. */
	idempotencyKey?: string | null
	/** An officer's reason for lifting limits; without it nothing is lifted. */
	override?: string | null
}

/**
 * Books a visit, or asks for one where an officer answers. Every rule is asked under lock and everything that stands against
 * it is answered together; then nothing is written. An officer may lift limits, with a reason.
 *
 * @throws ServiceError `not-allowed` (an officer without the role), `not-found` (no such prisoner, visitor or place), `busy`
 *
 * @internal
 */
export async function bookVisit(ctx: Ctx, input: BookInput): Promise<BookingOutcome> {
	const stateFor = (evaluation: Evaluation, request: BookingRequest) =>
		request.requester.kind === 'visitor' && needsApproval(evaluation) ? 'requested' : 'confirmed'
	return countOutcome('book', await takePlace(ctx, input, stateFor))
}

/** Keeps a place for as many minutes as the facility's policy says while a form is filled in. The same rules stand against it. */
export async function holdPlace(ctx: Ctx, input: BookInput): Promise<BookingOutcome> {
	return countOutcome('hold', await takePlace(ctx, input, () => 'held'))
}

async function takePlace(
	ctx: Ctx,
	input: BookInput,
	stateFor: (evaluation: Evaluation, request: BookingRequest) => 'held' | 'requested' | 'confirmed',
): Promise<BookingOutcome> {
	const request = bookingRequestOf(ctx, input)
	return transaction(ctx.db, async (tx) => {
		const evaluation = await evaluateUnderLock(tx, request, input.place, ctx.now)
		if (ctx.actor.kind === 'officer') requireOfficer(ctx, 'handle-bookings', evaluation.ruleInput.venue.facilityId)
		if (evaluation.idempotentBookingId)
			return { ok: true, booking: await findByIdempotencyKey(tx, ctx, evaluation.idempotentBookingId, input) }
		const { remaining, lifted } = liftedBy(ctx, evaluation.refusals, input.override ?? null)
		if (remaining.length > 0) return refusedWith(remaining, evaluation.viewer)

		const state = stateFor(evaluation, request)
		const holdUntil = state === 'held' ? new Date(ctx.now.getTime() + evaluation.policy.holdMinutes * 60_000) : null
		const row = newBookingRow(evaluation, request, {
			state,
			holdUntil,
			now: ctx.now,
			idempotencyKey: input.idempotencyKey ?? null,
			lifted,
			liftReason: input.override ?? null,
		})
		const { prisonerId, requester } = request
		const [, booking] = await pipeline([
			evaluation.ownHold
				? releaseHold(tx, { createdBy: requester.id, prisonerId, now: ctx.now, except: null })
				: skipped(null),
			insertBooking(tx, row, [...new Set(request.partyIds)]),
			writeAudit(tx, ctx, {
				action: state === 'held' ? 'booking.hold' : state === 'requested' ? 'booking.request' : 'booking.confirm',
				facilityId: row.facilityId,
				subjectKind: 'booking',
				subjectId: row.id,
				detail: lifted.length > 0 ? { lifted: row.liftedCodes ?? [] } : {},
			}),
			state === 'held'
				? skipped(null)
				: notifyParty(tx, ctx, bookingMessageKind(state), row, evaluation.ruleInput.visit.party),
		])
		return { ok: true, booking }
	})
}

/** The question that an input asks, in the actor's name. */
export function bookingRequestOf(
	ctx: Ctx,
	asked: Pick<BookInput, 'prisonerId' | 'partyIds' | 'askFor' | 'consents' | 'idempotencyKey'> & { replaces?: string },
): BookingRequest {
	return bookingRequest({ requester: requesterOf(ctx), ...asked })
}

export function requesterOf(ctx: Ctx): Requester {
	if (ctx.actor.kind === 'visitor') return { kind: 'visitor', id: ctx.actor.visitorId }
	if (ctx.actor.kind === 'officer') return { kind: 'officer', id: ctx.actor.officerId }
	throw new ServiceError('not-allowed', 'Only a person books')
}

/** What an officer's reason lifts; a visitor lifts nothing. */
export function liftedBy(
	ctx: Ctx,
	refusals: readonly Refusal[],
	reason: string | null,
): { remaining: Refusal[]; lifted: Refusal[] } {
	return liftRefusals(refusals, { officer: ctx.actor.kind === 'officer', reason: reason ?? '' })
}

/** What the same form made before. @throws ServiceError `not-found` (somebody else's form), `wrong-state` (sent otherwise then) */
async function findByIdempotencyKey(tx: DbOrTx, ctx: Ctx, id: string, input: BookInput): Promise<BookingWithParty> {
	const requester = requesterOf(ctx)
	const created = await selectBooking(tx, { id })
	if (!created || (created.bookerId !== requester.id && created.bookedBy !== requester.id))
		throw new ServiceError('not-found', 'There is no such form')
	if (created.version > 0 || isSameRequest(created, input)) return created
	const subject = { kind: 'visit', ref: created.ref } as const
	throw await wrongState(tx, ctx, { what: 'form-used', by: requester, at: created.createdAt, subject })
}

function isSameRequest(created: BookingWithParty, { prisonerId, partyIds, place }: BookInput): boolean {
	const isSamePlace =
		'sessionId' in place
			? created.sessionId === place.sessionId
			: created.roomId === place.roomId &&
				created.startsAt.getTime() === place.start.getTime() &&
				created.endsAt.getTime() === place.end.getTime()
	const party = [...new Set(partyIds)].sort()
	return isSamePlace && created.prisonerId === prisonerId && party.join() === [...created.visitorIds].sort().join()
}
