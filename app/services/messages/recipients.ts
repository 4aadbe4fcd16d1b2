import { isAdultOn } from '#app/domain/bookings/party.ts'
import type { PartyMember } from '#app/domain/bookings/rule-input.ts'
import type { LocalDate } from '#app/domain/calendar/oslo.ts'

/**
 * Who is told about a booking: who booked it, each other adult of the party, and for each child its guardians, whether they
 * come along or not. Each once, by visitor id.
 */
export function recipientsForBooking(booking: {
	/** null when an officer booked it. */
	bookerId: string | null
	party: readonly Pick<PartyMember, 'visitorId' | 'born' | 'guardianIds'>[]
	/** The visit's day. */
	on: LocalDate
}): string[] {
	const party = booking.party.flatMap((member) =>
		isAdultOn(member, booking.on) ? [member.visitorId] : member.guardianIds,
	)
	return [...new Set(booking.bookerId === null ? party : [booking.bookerId, ...party])].sort()
}
