import { type PublicReasons, redactForFamily, type Viewer } from '#app/domain/bookings/public-reasons.ts'
import { type Refusal, refusalKinds } from '#app/domain/refusals.ts'
import { countBooking } from '#app/integrations/metrics.server.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'

/** Everything that stands against it. */
export type RefusedBooking = { ok: false; refusals: readonly Refusal[]; publicReasons: PublicReasons }

/** What came of asking for a place: the booking, or everything that stands against it. */
export type BookingOutcome = { ok: true; booking: BookingWithParty } | RefusedBooking

export function refusedWith(refusals: readonly Refusal[], viewer: Viewer): RefusedBooking {
	return { ok: false, refusals, publicReasons: redactForFamily(refusals, viewer) }
}

/**
 * Counts what came of a use case that asked for a place, once its transaction is over. Which of the codes that no family is told
 * stood against it is not counted either: where few visits are, such a number would speak of somebody.
 */
export function countOutcome(action: 'book' | 'hold' | 'confirm' | 'change', outcome: BookingOutcome): BookingOutcome {
	if (outcome.ok) countBooking(action, outcome.booking.state)
	else {
		const codes = outcome.refusals.map(({ code }) => (refusalKinds[code].tell === 'neutral' ? 'untold' : code))
		countBooking(action, 'refused', codes)
	}
	return outcome
}
