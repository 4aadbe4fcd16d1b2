import type { StayConsent } from '#app/domain/rooms/room.ts'
import type { BookingRequest } from '#app/services/bookings/booking-request.ts'
import type { Family } from '#tests/integration/waiting-list/waiting-room.ts'

/** A family asks about a stay. */
export function stayRequest(family: Family, consents: readonly StayConsent[] = []): BookingRequest {
	return {
		requester: { kind: 'visitor', id: family.visitorId },
		prisonerId: family.prisonerId,
		partyIds: family.party,
		askFor: [],
		consents,
		replaces: null,
		holdRanOut: false,
		idempotencyKey: null,
	}
}
