import { type Cause, isAffectedBy } from '#app/domain/reviews/is-affected-by.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { BookingRow, BookingWithParty } from '#db/queries/bookings/row.ts'
import { requestOf } from '../bookings/booking-request.ts'
import type { Evaluation } from '../bookings/evaluate.server.ts'
import { evaluate } from '../bookings/evaluate.server.ts'

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
