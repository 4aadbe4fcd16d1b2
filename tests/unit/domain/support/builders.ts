import type { OtherBooking } from '#app/domain/bookings/booking.ts'
import type { BookingRule } from '#app/domain/bookings/rule.ts'
import type { PartyMember, RoomVenue, RuleInput, SessionVenue, Visit } from '#app/domain/bookings/rule-input.ts'
import { instantOf } from '#app/domain/calendar/oslo.ts'
import type { Permit } from '#app/domain/permits/permit.ts'
import { defaultPolicy, type Policy } from '#app/domain/policy.ts'
import type { Prisoner } from '#app/domain/prisoners/prisoner.ts'
import type { Refusal, RefusalCode } from '#app/domain/refusals.ts'
import type { Ban, CourtRestriction, ProtectiveOrder } from '#app/domain/restrictions/restrictions.ts'
import type { Room } from '#app/domain/rooms/room.ts'
import type { Closure, VisitSession } from '#app/domain/timetable/visit-session.ts'

/**
 * A world in which nothing stands against the visit: Kari, the partner, asks on Monday 23 November 2026 at 09:00 for an hour in
 * the hall of HAL on Thursday 26 November at 12:00.
 */
export const now = oslo('2026-11-23T09:00')

/** A wall time in Oslo, `2026-11-26T12:00`. */
export function oslo(wallTime: string): Date {
	return instantOf(wallTime.slice(0, 10), wallTime.slice(11))
}

export function span(from: string, to: string) {
	return { start: oslo(from), end: oslo(to) }
}

export function policy(changes: Partial<Policy> = {}): Policy {
	return { ...defaultPolicy, ...changes }
}

export function prisoner(changes: Partial<Prisoner> = {}): Prisoner {
	return {
		id: 'P1',
		facilityId: 'HAL',
		unit: 'A',
		securityLevel: 'high',
		legalStatus: 'sentenced',
		custody: 'in',
		...changes,
	}
}

export function permit(changes: Partial<Permit> = {}): Permit {
	return {
		id: 'permit',
		state: 'active',
		controls: [],
		channels: ['visit', 'phone'],
		relationship: 'partner',
		track: 'family',
		officialKind: null,
		validTo: null,
		recheckDue: null,
		guardianConsent: true,
		...changes,
	}
}

export function member(visitorId: string, changes: Partial<PartyMember> = {}): PartyMember {
	return {
		visitorId,
		born: '1988-04-02',
		guardianIds: [],
		permit: permit({ id: `permit-${visitorId}` }),
		bans: [],
		protectiveOrders: [],
		...changes,
	}
}

/** A child of Kari and of the prisoner, ten years old. */
export function child(visitorId: string, changes: Partial<PartyMember> = {}): PartyMember {
	return member(visitorId, {
		born: '2016-03-01',
		guardianIds: ['Kari'],
		permit: permit({ relationship: 'child' }),
		...changes,
	})
}

export function counsel(visitorId: string, changes: Partial<Permit> = {}): PartyMember {
	return member(visitorId, {
		permit: permit({ track: 'official', officialKind: 'defence-counsel', relationship: 'other', ...changes }),
	})
}

export function visit(changes: Partial<Visit> = {}): Visit {
	return {
		prisoner: prisoner(),
		courtRestrictions: [],
		party: [member('Kari')],
		booker: { kind: 'visitor', visitorId: 'Kari', born: '1988-04-02' },
		askFor: [],
		consents: [],
		bookings: [],
		nonAssociatedBookings: [],
		nonAssociatedInParty: [],
		...changes,
	}
}

export function sessionPlace(changes: Partial<VisitSession> = {}, closures: readonly Closure[] = []): SessionVenue {
	const session: VisitSession = {
		id: 'S1',
		facilityId: 'HAL',
		area: 'HAL-hall',
		setting: 'hall',
		provides: ['watched'],
		groups: 10,
		people: null,
		track: 'family',
		approval: null,
		units: null,
		securityLevels: null,
		legalStatuses: null,
		taken: { groups: 0, people: 0 },
		...span('2026-11-26T12:00', '2026-11-26T13:00'),
		...changes,
	}
	const { start, end, area, facilityId } = session
	return { kind: 'session', session, start, end, area, facilityId, closures }
}

/** The visiting house, for three hours from 10:00 on Thursday 26 November when no range is given. */
export function roomPlace(
	changes: Partial<Room> = {},
	range = span('2026-11-26T10:00', '2026-11-26T13:00'),
	closures: readonly Closure[] = [],
): RoomVenue {
	const room: Room = {
		id: 'R1',
		facilityId: 'HAL',
		kind: 'visiting-house',
		people: 6,
		provides: ['watched'],
		minHours: 1,
		maxHours: 24,
		turnaroundMinutes: 60,
		opens: '00:00',
		closes: '24:00',
		needsConsents: [],
		units: null,
		securityLevels: null,
		legalStatuses: null,
		reservations: [],
		...changes,
	}
	return { kind: 'room', room, ...range, area: room.id, facilityId: room.facilityId, closures }
}

export function closure(changes: Partial<Closure> = {}): Closure {
	return { id: 'closure', first: null, last: null, unit: null, roomId: null, sessionId: null, ...changes }
}

/** A confirmed hour of Kari's with the same prisoner, at the same time as the visit asked for. */
export function otherBooking(changes: Partial<OtherBooking> = {}): OtherBooking {
	return {
		id: 'B1',
		facilityId: 'HAL',
		prisonerId: 'P1',
		visitorIds: ['Kari'],
		track: 'family',
		state: 'confirmed',
		holdUntil: null,
		roomId: null,
		area: 'HAL-hall',
		setting: 'hall',
		ownChildrenBorn: [],
		movesId: null,
		...span('2026-11-26T12:00', '2026-11-26T13:00'),
		...changes,
	}
}

export function ban(changes: Partial<Ban> = {}): Ban {
	return {
		id: 'ban',
		visitorId: 'Kari',
		facilityId: 'HAL',
		...span('2026-11-01T00:00', '2026-12-31T00:00'),
		...changes,
	}
}

export function protectiveOrder(changes: Partial<ProtectiveOrder> = {}): ProtectiveOrder {
	const lasting = span('2026-11-01T00:00', '2027-11-01T00:00')
	return { id: 'order', visitorId: 'Kari', ...lasting, clockStopped: false, ...changes }
}

export function courtRestriction(changes: Partial<CourtRestriction> = {}): CourtRestriction {
	return {
		id: 'restriction',
		type: 'visit-ban',
		except: [],
		coversOfficial: false,
		...span('2026-11-20T00:00', '2026-12-04T00:00'),
		...changes,
	}
}

export function input(changes: Partial<RuleInput> = {}): RuleInput {
	return { visit: visit(), venue: sessionPlace(), holdRanOut: false, ...changes }
}

/** The code that a rule answers with, or null. */
export function codeOf(
	rule: BookingRule,
	about: Partial<RuleInput> = {},
	changes: Partial<Policy> = {},
	at = now,
): RefusalCode | null {
	return rule(input(about), policy(changes), at)?.code ?? null
}

export function codes(refusals: readonly Refusal[]): RefusalCode[] {
	return refusals.map(({ code }) => code)
}
