import { type Cause, isAffectedBy } from '#app/domain/reviews/is-affected-by.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { BookingRow, BookingWithParty } from '#db/queries/bookings/row.ts'
import type { BookingRequest, PlaceRequest } from '../bookings/booking-request.ts'
import type { Evaluation } from '../bookings/evaluate.server.ts'
import { evaluate } from '../bookings/evaluate.server.ts'

/** What the booking's own booker would ask, were it not there. */
export function requestOf(booking: BookingWithParty): { request: BookingRequest; place: PlaceRequest } {
	const createdBy = booking.bookerId ?? booking.bookedBy
	if (!createdBy) throw new Error(`Nobody made the booking ${booking.id}`)
	return {
		request: {
			requester: { kind: booking.bookerId ? 'visitor' : 'officer', id: createdBy },
			prisonerId: booking.prisonerId,
			partyIds: booking.visitorIds,
			askFor: booking.askFor,
			consents: booking.consents,
			replaces: booking.id,
			holdRanOut: false,
			idempotencyKey: null,
		},
		place: placeOf(booking),
	}
}

function placeOf({ id, sessionId, roomId, startsAt, endsAt }: BookingRow): PlaceRequest {
	if (sessionId) return { sessionId }
	if (roomId) return { roomId, start: startsAt, end: endsAt }
	throw new Error(`The booking ${id} has no place`)
}

/** Asks every rule about a booking as if it were made now, at its place as the place is now. */
export async function reevaluate(db: DbOrTx, booking: BookingWithParty, now: Date): Promise<Evaluation> {
	const { request, place } = requestOf(booking)
	return evaluate(db, request, place, now)
}

/** Those of the causes that touch the booking. `pairs` names the two of each non-association. */
export function touching<C extends Cause>(
	causes: readonly C[],
	booking: BookingRow,
	{ ruleInput, policy }: Pick<Evaluation, 'ruleInput' | 'policy'>,
	now: Date,
	pairs: ReadonlyMap<string, readonly string[]>,
): C[] {
	const asBooked = { ...booking, start: booking.startsAt, end: booking.endsAt }
	return causes.filter((cause) =>
		isAffectedBy(cause, { booking: asBooked, ruleInput, policy, now, pair: pairs.get(cause.causeId) ?? [] }),
	)
}
