import type { LocalDate } from '../calendar/oslo.ts'
import type { Span } from '../calendar/span.ts'
import type { Track } from '../permits/permit.ts'
import type { Setting } from '../timetable/visit-session.ts'

export const bookingStates = [
	'held',
	'expired',
	'requested',
	'confirmed',
	'declined',
	'lapsed',
	'checked-in',
	'completed',
	'cancelled',
	'no-show',
	'turned-away',
] as const
export type BookingState = (typeof bookingStates)[number]

/** The states that take a place. A hold that ran out takes none, even before anyone wrote `expired`. */
export const liveStates = ['held', 'requested', 'confirmed', 'checked-in'] as const

/** The states that count toward the weekly and the monthly limit. */
export const countedStates = [...liveStates, 'completed', 'no-show', 'turned-away'] as const

/** Who called a visit off. */
export const cancelledByKinds = ['visitor', 'prisoner', 'prison'] as const
export type CancelledBy = (typeof cancelledByKinds)[number]

/** Every step that a booking may take. `expired` may still be confirmed when every rule allows it. */
export const bookingSteps: Readonly<Record<BookingState, readonly BookingState[]>> = {
	held: ['expired', 'requested', 'confirmed', 'cancelled'],
	expired: ['requested', 'confirmed'],
	requested: ['confirmed', 'declined', 'lapsed', 'cancelled'],
	confirmed: ['checked-in', 'cancelled', 'no-show', 'turned-away'],
	'checked-in': ['completed'],
	declined: [],
	lapsed: [],
	completed: [],
	cancelled: [],
	'no-show': [],
	'turned-away': [],
}

/** What a record at the gate says. */
export const recordedStates = ['checked-in', 'completed', 'no-show', 'turned-away'] as const
export type RecordedState = (typeof recordedStates)[number]

/** What an officer may correct a record into: another of them, or back to a visit that is still to come or be recorded. */
export const correctedStates = ['confirmed', ...recordedStates] as const
export type CorrectedState = (typeof correctedStates)[number]

export function isRecorded(state: BookingState): state is RecordedState {
	return recordedStates.some((recorded) => recorded === state)
}

export function mayBeCorrected(from: BookingState, to: BookingState): boolean {
	return isRecorded(from) && from !== to && correctedStates.some((state) => state === to)
}

export function mayBecome(from: BookingState, to: BookingState): boolean {
	return bookingSteps[from].includes(to)
}

/** Another booking as the rules see it. */
export interface OtherBooking extends Span {
	id: string
	facilityId: string
	prisonerId: string
	visitorIds: readonly string[]
	track: Track
	state: BookingState
	/** Until when a hold counts; null for all other states. */
	holdUntil: Date | null
	roomId: string | null
	/** The session's area or the room, unique over all facilities. */
	area: string
	/** null in a room. */
	setting: Setting | null
	/** When the prisoner's own children in its party were born. */
	ownChildrenBorn: readonly LocalDate[]
	/** The visit that a request is to move; null where it is no move. */
	movesId: string | null
}

export function isLive(booking: Pick<OtherBooking, 'state' | 'holdUntil'>, now: Date): boolean {
	if (booking.state === 'held') return booking.holdUntil !== null && booking.holdUntil > now
	return liveStates.some((state) => state === booking.state)
}

/** Whether it counts toward the limits: live, or the visit was due and ended in some way that was not a cancellation. */
export function isCounted(booking: Pick<OtherBooking, 'state' | 'holdUntil'>, now: Date): boolean {
	if (booking.state === 'held') return isLive(booking, now)
	return countedStates.some((state) => state === booking.state)
}
