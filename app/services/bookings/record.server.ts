import { trackOf } from '#app/domain/booking/asked.ts'
import type { BookingState } from '#app/domain/booking/booking.ts'
import { withImplied } from '#app/domain/permits/controls.ts'
import type { Refusal } from '#app/domain/refusals.ts'
import { newCode, newId, newRef } from '#db/ids.ts'
import type { NewBooking, PlaceColumns } from '#db/queries/bookings/write.ts'
import type { Answer, VisitAsk } from './ask.server.ts'

/** The time and the place that a booking row takes from an answer. */
export function placeColumns(answer: Answer): PlaceColumns {
	const { place } = answer.asked
	const turnaround = place.kind === 'room' ? place.room.turnaroundMinutes * 60_000 : 0
	return {
		facilityId: place.facilityId,
		sessionId: place.kind === 'session' ? place.session.id : null,
		roomId: place.kind === 'room' ? place.room.id : null,
		area: place.area,
		startsAt: place.start,
		endsAt: place.end,
		blockedUntil: new Date(place.end.getTime() + turnaround),
		setting: place.kind === 'session' ? place.session.setting : null,
	}
}

/** Whether a visitor's request is answered at once, or by an officer. */
export function needsAnswer(answer: Answer): boolean {
	const { place } = answer.asked
	const approval = (place.kind === 'session' ? place.session.approval : null) ?? answer.policy.approval
	return approval === 'request'
}

/** The row of a new booking. */
export function newBookingRow(
	answer: Answer,
	ask: VisitAsk,
	made: {
		state: BookingState
		holdUntil: Date | null
		now: Date
		formKey: string | null
		lifted: readonly Refusal[]
		liftReason: string | null
	},
): NewBooking {
	const lifted = made.lifted.map(({ code }) => code)
	return {
		id: newId(made.now),
		ref: newRef(),
		code: newCode(),
		formKey: made.formKey,
		prisonerId: ask.prisonerId,
		bookerId: ask.asker.kind === 'visitor' ? ask.asker.id : null,
		bookedBy: ask.asker.kind === 'officer' ? ask.asker.id : null,
		...placeColumns(answer),
		track: trackOf(answer.asked.visit),
		state: made.state,
		holdUntil: made.holdUntil,
		people: new Set(ask.partyIds).size,
		capacityLifted: lifted.includes('session-full'),
		liftedCodes: lifted,
		liftReason: lifted.length > 0 ? made.liftReason : null,
		askFor: withImplied(ask.askFor),
		consents: [...ask.consents],
		madeAt: made.now,
	}
}
