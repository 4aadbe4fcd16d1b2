import type { LocalDate } from '../calendar/oslo.ts'
import type { Span } from '../calendar/span.ts'
import type { Control } from '../permits/controls.ts'
import type { Permit, Track } from '../permits/permit.ts'
import type { Prisoner } from '../prisoners/prisoner.ts'
import type { Ban, CourtRestriction, ProtectiveOrder } from '../restrictions/restrictions.ts'
import type { Room, StayConsent } from '../rooms/room.ts'
import type { Closure, VisitSession } from '../timetable/visit-session.ts'
import type { OtherBooking } from './booking.ts'

/** One person of the party, with what stands about them and this prisoner. */
export interface PartyMember {
	visitorId: string
	born: LocalDate
	guardianIds: readonly string[]
	permit: Permit | null
	bans: readonly Ban[]
	protectiveOrders: readonly ProtectiveOrder[]
}

/** Who asks. A visitor answers for being in the party; an officer books for others. */
export type Booker = { kind: 'visitor'; visitorId: string; born: LocalDate } | { kind: 'officer' }

/** Everything about the visit that does not depend on the time or the place chosen: read once for a whole calendar. */
export interface Visit {
	prisoner: Prisoner
	courtRestrictions: readonly CourtRestriction[]
	/** As asked: the same person may stand twice. */
	party: readonly PartyMember[]
	booker: Booker
	/** Stricter controls that the family asks for by name. */
	askFor: readonly Control[]
	/** Consents that the family has shown for a stay. */
	consents: readonly StayConsent[]
	/**
	 * Bookings of this prisoner that were not called off, from when today's week or month began, and live ones of the party's
	 * members at any facility: each once, without what this request would replace.
	 */
	bookings: readonly OtherBooking[]
	/** Live bookings of those who must be kept apart from the prisoner or from someone in the party. */
	nonAssociatedBookings: readonly OtherBooking[]
	/** Pairs of visitors who must be kept apart from one another and are both in the party. */
	nonAssociatedInParty: readonly (readonly [string, string])[]
}

interface VenueBase extends Span {
	facilityId: string
	/** Unique over all facilities: the session's area, or the room. */
	area: string
	/** The closures of this facility that may touch the time. */
	closures: readonly Closure[]
}
export interface SessionVenue extends VenueBase {
	kind: 'session'
	session: VisitSession
}
export interface RoomVenue extends VenueBase {
	kind: 'room'
	room: Room
}
export type Venue = SessionVenue | RoomVenue

/** What a rule is asked about. */
export interface RuleInput {
	visit: Visit
	venue: Venue
	/** The booking was a hold that ran out before it was confirmed. */
	holdRanOut: boolean
}

/** Official when everyone comes on the official track; a mixed party follows the family's rules. */
export function trackOf(visit: Visit): Track {
	const official = visit.party.length > 0 && visit.party.every((member) => member.permit?.track === 'official')
	return official ? 'official' : 'family'
}

export function providedBy(venue: Venue): readonly Control[] {
	return venue.kind === 'session' ? venue.session.provides : venue.room.provides
}
