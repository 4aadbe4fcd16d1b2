import { type AnswerReader, type FamilyAnswer, familyAnswer } from '#app/domain/booking/family-answer.ts'
import type { Refusal } from '#app/domain/refusals.ts'
import type { BookingWithParty } from '#db/queries/bookings/write.ts'

/** What came of asking for a place: the booking, or everything that stands against it. */
export type BookingOutcome =
	| { ok: true; booking: BookingWithParty }
	| { ok: false; refusals: readonly Refusal[]; told: FamilyAnswer }

export function refusedWith(refusals: readonly Refusal[], reader: AnswerReader): BookingOutcome {
	return { ok: false, refusals, told: familyAnswer(refusals, reader) }
}
