import type { BookingState } from '#app/domain/bookings/booking.ts'
import { nextReminder } from '#app/domain/bookings/reminders.ts'
import { requestLapsesAt } from '#app/domain/bookings/request-times.ts'
import { trackOf } from '#app/domain/bookings/rule-input.ts'
import { withImplied } from '#app/domain/permits/controls.ts'
import type { Refusal } from '#app/domain/refusals.ts'
import { newCode, newId, newRef } from '#db/ids.ts'
import type { DueTimes, NewBooking, PlaceColumns } from '#db/queries/bookings/write.ts'
import type { BookingRequest } from './booking-request.ts'
import type { Evaluation } from './evaluate.server.ts'

/** The time and the place that a booking row takes from an answer. */
export function placeColumns(evaluation: Evaluation): PlaceColumns {
	const { venue } = evaluation.ruleInput
	const turnaround = venue.kind === 'room' ? venue.room.turnaroundMinutes * 60_000 : 0
	return {
		facilityId: venue.facilityId,
		sessionId: venue.kind === 'session' ? venue.session.id : null,
		roomId: venue.kind === 'room' ? venue.room.id : null,
		area: venue.area,
		startsAt: venue.start,
		endsAt: venue.end,
		blockedUntil: new Date(venue.end.getTime() + turnaround),
		setting: venue.kind === 'session' ? venue.session.setting : null,
	}
}

/** Whether a visitor's request is answered at once, or by an officer. */
export function needsApproval(evaluation: Evaluation): boolean {
	const { venue } = evaluation.ruleInput
	const approval = (venue.kind === 'session' ? venue.session.approval : null) ?? evaluation.policy.approval
	return approval === 'request'
}

/** When a request made now lapses unanswered, and when a visit that is confirmed now is next reminded of. */
export function dueTimes(evaluation: Evaluation, state: BookingState, now: Date): DueTimes {
	const { start } = evaluation.ruleInput.venue
	if (state === 'requested')
		return { requestedAt: now, lapsesAt: requestLapsesAt(start, now, evaluation.policy), remindAt: null }
	return { requestedAt: null, lapsesAt: null, remindAt: state === 'confirmed' ? nextReminder(start, now) : null }
}

/** The row of a new booking. */
export function newBookingRow(
	evaluation: Evaluation,
	request: BookingRequest,
	created: {
		state: BookingState
		holdUntil: Date | null
		now: Date
		idempotencyKey: string | null
		lifted: readonly Refusal[]
		liftReason: string | null
		/** The visit that a request is to move. */
		movesId?: string
	},
): NewBooking {
	const lifted = created.lifted.map(({ code }) => code)
	return {
		id: newId(created.now),
		ref: newRef(),
		code: newCode(),
		idempotencyKey: created.idempotencyKey,
		prisonerId: request.prisonerId,
		bookerId: request.requester.kind === 'visitor' ? request.requester.id : null,
		bookedBy: request.requester.kind === 'officer' ? request.requester.id : null,
		...placeColumns(evaluation),
		track: trackOf(evaluation.ruleInput.visit),
		state: created.state,
		holdUntil: created.holdUntil,
		people: new Set(request.partyIds).size,
		capacityLifted: lifted.includes('session-full'),
		liftedCodes: lifted,
		liftReason: lifted.length > 0 ? created.liftReason : null,
		askFor: withImplied(request.askFor),
		consents: [...request.consents],
		createdAt: created.now,
		movesId: created.movesId ?? null,
		...dueTimes(evaluation, created.state, created.now),
	}
}
