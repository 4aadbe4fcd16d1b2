import type { StayConsent } from '#app/domain/rooms/room.ts'
import type { VisitAsk } from '#app/services/bookings/ask.server.ts'
import type { Family } from '#tests/integration/wishes/waiting-room.ts'

/** A family asks about a stay. */
export function stayAsk(family: Family, consents: readonly StayConsent[] = []): VisitAsk {
	return {
		asker: { kind: 'visitor', id: family.visitorId },
		prisonerId: family.prisonerId,
		partyIds: family.party,
		askFor: [],
		consents,
		givesUp: null,
		holdRanOut: false,
		formKey: null,
	}
}
