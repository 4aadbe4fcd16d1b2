// Practice: a place is kept for ten minutes while a form is filled in, and then it is anyone's.
import { refusal } from '../refusals.ts'
import { prisonerAlreadyBooked } from './prisoner-already-booked.ts'
import { roomTaken } from './room-taken.ts'
import type { BookingRule } from './rule.ts'
import { sessionFull } from './session-full.ts'
import { visitorAlreadyBooked } from './visitor-already-booked.ts'

const placeGone: readonly BookingRule[] = [sessionFull, roomTaken, prisonerAlreadyBooked, visitorAlreadyBooked]

/** Stands when the hold ran out and the place is gone meanwhile. A late confirmation of a place still free is welcome. */
export const holdExpired: BookingRule = (input, policy, now) => {
	if (!input.holdRanOut) return null
	return placeGone.some((rule) => rule(input, policy, now) !== null) ? refusal('hold-expired') : null
}
