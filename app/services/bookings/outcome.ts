import { type AnswerReader, type FamilyAnswer, familyAnswer } from '#app/domain/booking/family-answer.ts'
import { type Refusal, refusalKinds } from '#app/domain/refusals.ts'
import { countBooking } from '#app/integrations/metrics.server.ts'
import type { BookingWithParty } from '#db/queries/bookings/write.ts'

/** Everything that stands against it. */
export type RefusedBooking = { ok: false; refusals: readonly Refusal[]; told: FamilyAnswer }

/** What came of asking for a place: the booking, or everything that stands against it. */
export type BookingOutcome = { ok: true; booking: BookingWithParty } | RefusedBooking

export function refusedWith(refusals: readonly Refusal[], reader: AnswerReader): RefusedBooking {
	return { ok: false, refusals, told: familyAnswer(refusals, reader) }
}

/**
 * Counts what came of a deed that asked for a place, once its transaction is over. Which of the codes that no family is told
 * stood against it is not counted either: where few visits are, such a number would speak of somebody.
 */
export function counted(deed: 'book' | 'hold' | 'confirm' | 'change', outcome: BookingOutcome): BookingOutcome {
	if (outcome.ok) countBooking(deed, outcome.booking.state)
	else {
		const codes = outcome.refusals.map(({ code }) => (refusalKinds[code].tell === 'neutral' ? 'untold' : code))
		countBooking(deed, 'refused', codes)
	}
	return outcome
}
