import { type Cause, touches } from '#app/domain/reviews/touches.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { BookingRow, BookingWithParty } from '#db/queries/bookings/write.ts'
import { type Answer, askWithoutLock, type PlaceAsk, type VisitAsk } from '../bookings/ask.server.ts'

/** What the booking's own booker would ask, were it not there. */
export function askFor(booking: BookingWithParty): { ask: VisitAsk; place: PlaceAsk } {
	const madeBy = booking.bookerId ?? booking.bookedBy
	if (!madeBy) throw new Error(`Nobody made the booking ${booking.id}`)
	return {
		ask: {
			asker: { kind: booking.bookerId ? 'visitor' : 'officer', id: madeBy },
			prisonerId: booking.prisonerId,
			partyIds: booking.visitorIds,
			askFor: booking.askFor,
			consents: booking.consents,
			givesUp: booking.id,
			holdRanOut: false,
			formKey: null,
		},
		place: placeOf(booking),
	}
}

function placeOf({ id, sessionId, roomId, startsAt, endsAt }: BookingRow): PlaceAsk {
	if (sessionId) return { sessionId }
	if (roomId) return { roomId, start: startsAt, end: endsAt }
	throw new Error(`The booking ${id} has no place`)
}

/** Asks every rule about a booking as if it were made now, at its place as the place is now. */
export async function askAgain(db: DbOrTx, booking: BookingWithParty, now: Date): Promise<Answer> {
	const { ask, place } = askFor(booking)
	return askWithoutLock(db, ask, place, now)
}

/** Those of the causes that touch the booking. `pairs` names the two of each keep-apart. */
export function touching<C extends Cause>(
	causes: readonly C[],
	booking: BookingRow,
	{ asked, policy }: Pick<Answer, 'asked' | 'policy'>,
	now: Date,
	pairs: ReadonlyMap<string, readonly string[]>,
): C[] {
	const told = { ...booking, start: booking.startsAt, end: booking.endsAt }
	return causes.filter((cause) =>
		touches(cause, { booking: told, asked, policy, now, pair: pairs.get(cause.causeId) ?? [] }),
	)
}
