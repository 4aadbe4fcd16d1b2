import { liftRefusals } from '#app/domain/booking/lift.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import type { Refusal } from '#app/domain/refusals.ts'
import type { StayConsent } from '#app/domain/rooms/room.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { selectBooking } from '#db/queries/bookings/read.ts'
import { type BookingWithParty, giveUpHold, insertBooking } from '#db/queries/bookings/write.ts'
import { inOrder } from '#db/queries/in-order.ts'
import { notSent } from '#db/queries/statement.ts'
import { audited } from '../audit.server.ts'
import { requireOfficer } from '../authorise.ts'
import { wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { type Answer, type Asker, askUnderLock, type PlaceAsk, type VisitAsk } from './ask.server.ts'
import { bookedKind, tellParty } from './messages.server.ts'
import { type BookingOutcome, counted, refusedWith } from './outcome.ts'
import { needsAnswer, newBookingRow } from './record.server.ts'

export interface BookInput {
	prisonerId: string
	/** Visitor ids as given. */
	partyIds: readonly string[]
	place: PlaceAsk
	/** Stricter controls asked for by name. */
	askFor?: readonly Control[]
	consents?: readonly StayConsent[]
	/** The form's own key: sent twice, it makes one booking and answers the same. */
	formKey?: string | null
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
	const stateFor = (answer: Answer, ask: VisitAsk) =>
		ask.asker.kind === 'visitor' && needsAnswer(answer) ? 'requested' : 'confirmed'
	return counted('book', await takePlace(ctx, input, stateFor))
}

/** Keeps a place for as many minutes as the facility's policy says while a form is filled in. The same rules stand against it. */
export async function holdPlace(ctx: Ctx, input: BookInput): Promise<BookingOutcome> {
	return counted('hold', await takePlace(ctx, input, () => 'held'))
}

async function takePlace(
	ctx: Ctx,
	input: BookInput,
	stateFor: (answer: Answer, ask: VisitAsk) => 'held' | 'requested' | 'confirmed',
): Promise<BookingOutcome> {
	const ask = visitAskOf(ctx, input)
	return transaction(ctx.db, async (tx) => {
		const answer = await askUnderLock(tx, ask, input.place, ctx.now)
		if (ctx.actor.kind === 'officer') requireOfficer(ctx, 'handle-bookings', answer.asked.place.facilityId)
		if (answer.formBookingId) return { ok: true, booking: await madeBefore(tx, ctx, answer.formBookingId, input) }
		const { standing, lifted } = liftedBy(ctx, answer.refusals, input.override ?? null)
		if (standing.length > 0) return refusedWith(standing, answer.reader)

		const state = stateFor(answer, ask)
		const holdUntil = state === 'held' ? new Date(ctx.now.getTime() + answer.policy.holdMinutes * 60_000) : null
		const row = newBookingRow(answer, ask, {
			state,
			holdUntil,
			now: ctx.now,
			formKey: input.formKey ?? null,
			lifted,
			liftReason: input.override ?? null,
		})
		const { prisonerId, asker } = ask
		const [, booking] = await inOrder([
			answer.ownHold ? giveUpHold(tx, { madeBy: asker.id, prisonerId, now: ctx.now, except: null }) : notSent(null),
			insertBooking(tx, row, [...new Set(ask.partyIds)]),
			audited(tx, ctx, {
				action: state === 'held' ? 'booking.hold' : state === 'requested' ? 'booking.request' : 'booking.confirm',
				facilityId: row.facilityId,
				subjectKind: 'booking',
				subjectId: row.id,
				detail: lifted.length > 0 ? { lifted: row.liftedCodes } : {},
			}),
			state === 'held' ? notSent(null) : tellParty(tx, ctx, bookedKind(state), row, answer.asked.visit.party),
		])
		return { ok: true, booking }
	})
}

/** The question that an input asks, in the actor's name. */
export function visitAskOf(
	ctx: Ctx,
	input: Pick<BookInput, 'prisonerId' | 'partyIds' | 'askFor' | 'consents' | 'formKey'>,
): VisitAsk {
	return {
		asker: askerOf(ctx),
		prisonerId: input.prisonerId,
		partyIds: input.partyIds,
		askFor: input.askFor ?? [],
		consents: input.consents ?? [],
		givesUp: null,
		holdRanOut: false,
		formKey: input.formKey ?? null,
	}
}

export function askerOf(ctx: Ctx): Asker {
	if (ctx.actor.kind === 'visitor') return { kind: 'visitor', id: ctx.actor.visitorId }
	if (ctx.actor.kind === 'officer') return { kind: 'officer', id: ctx.actor.officerId }
	throw new ServiceError('not-allowed', 'Only a person books')
}

/** What an officer's reason lifts; a visitor lifts nothing. */
export function liftedBy(
	ctx: Ctx,
	refusals: readonly Refusal[],
	reason: string | null,
): { standing: Refusal[]; lifted: Refusal[] } {
	return liftRefusals(refusals, { officer: ctx.actor.kind === 'officer', reason: reason ?? '' })
}

/** What the same form made before. @throws ServiceError `not-found` (somebody else's form), `wrong-state` (sent otherwise then) */
async function madeBefore(tx: DbOrTx, ctx: Ctx, id: string, input: BookInput): Promise<BookingWithParty> {
	const asker = askerOf(ctx)
	const made = await selectBooking(tx, { id })
	if (!made || (made.bookerId !== asker.id && made.bookedBy !== asker.id))
		throw new ServiceError('not-found', 'There is no such form')
	if (made.version > 0 || isSameRequest(made, input)) return made
	const subject = { kind: 'visit', ref: made.ref } as const
	throw await wrongState(tx, ctx, { what: 'form-used', by: asker, at: made.madeAt, subject })
}

function isSameRequest(made: BookingWithParty, { prisonerId, partyIds, place }: BookInput): boolean {
	const isSamePlace =
		'sessionId' in place
			? made.sessionId === place.sessionId
			: made.roomId === place.roomId &&
				made.startsAt.getTime() === place.start.getTime() &&
				made.endsAt.getTime() === place.end.getTime()
	const party = [...new Set(partyIds)].sort()
	return isSamePlace && made.prisonerId === prisonerId && party.join() === [...made.visitorIds].sort().join()
}
