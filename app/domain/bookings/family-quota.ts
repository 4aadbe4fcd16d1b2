import { isCounted, type OtherBooking } from './booking.ts'
import type { Venue, Visit } from './rule-input.ts'

/** Whether a visit is by video, which has a quota of its own and is in no other. */
export function isVideo(venue: Venue): boolean {
	return venue.kind === 'session' && venue.session.setting === 'video'
}

/** The prisoner's other family bookings that count toward a limit: by video, or all but those. */
export function countedBookings(visit: Visit, now: Date, by: 'video' | 'presence'): OtherBooking[] {
	return visit.bookings.filter(
		(other) =>
			other.prisonerId === visit.prisoner.id &&
			other.track === 'family' &&
			(other.setting === 'video') === (by === 'video') &&
			isCounted(other, now),
	)
}

/** What a booking is counted under: a request to move a visit and that visit are one. */
export function countedAs({ id, movesId }: Pick<OtherBooking, 'id' | 'movesId'>): string {
	return movesId ?? id
}
