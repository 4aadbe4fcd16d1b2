// Practice: family rooms have rules of their own; a child's stay is weighed with its guardians and the children's officer (forskrift § 1-3).
import { localTime } from '../calendar/oslo.ts'
import { refusal } from '../refusals.ts'
import { overnightKinds } from '../rooms/room.ts'
import { isFor } from '../timetable/audience.ts'
import { isAdultOn } from './party.ts'
import type { BookingRule } from './rule.ts'
import type { RoomVenue, Visit } from './rule-input.ts'
import { firstDay, lastDay } from './visit-day.ts'

/**
 * Stands when the room is not for the prisoner's unit, security level or legal status, when the range is outside its opening
 * hours, or when the stay lacks a consent that the room asks for.
 */
export const roomNotOpen: BookingRule = ({ visit, venue }) => {
	if (venue.kind !== 'room') return null
	const open = isFor(venue.room, visit.prisoner) && isWithinHours(venue) && missingConsents(visit, venue).length === 0
	return open ? null : refusal('room-not-open')
}

/**
 * A range begins and ends within the opening hours of its days. One across midnight is for rooms where one may stay the night,
 * or for rooms that never close.
 */
function isWithinHours(venue: RoomVenue): boolean {
	const { kind, opens, closes } = venue.room
	if (opens === '00:00' && closes === '24:00') return true
	const acrossMidnight = firstDay(venue) < lastDay(venue)
	if (acrossMidnight && !overnightKinds.includes(kind)) return false
	const begins = localTime(venue.start)
	const endsAt = localTime(venue.end)
	const ends = endsAt === '00:00' ? '24:00' : endsAt
	return [begins, ends].every((time) => opens <= time && time <= closes)
}

/** Every consent to a stay concerns a child: none is asked for when all are 18 or more on the first day. */
export function missingConsents(visit: Visit, venue: RoomVenue) {
	const day = firstDay(venue)
	if (visit.party.every((member) => isAdultOn(member, day))) return []
	return venue.room.needsConsents.filter((consent) => !visit.consents.includes(consent))
}
