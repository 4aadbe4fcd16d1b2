import type { OtherBooking } from '../bookings/booking.ts'
import type { Visit } from '../bookings/rule-input.ts'

/** Who must be kept apart from the prisoner or the party of a visit. */
export interface NonAssociated {
	prisonerIds: readonly string[]
	visitorIds: readonly string[]
}

/**
 * The visit as if every place on offer to others were held by them: two places that cannot both be taken are not offered at
 * once, neither to one prisoner's two families nor to people who must not meet.
 */
export function withOffersAsHolds(visit: Visit, offers: readonly OtherBooking[], apart: NonAssociated): Visit {
	const party = visit.party.map((member) => member.visitorId)
	const shares = (offer: OtherBooking, prisonerIds: readonly string[], visitorIds: readonly string[]) =>
		prisonerIds.includes(offer.prisonerId) || offer.visitorIds.some((id) => visitorIds.includes(id))
	return {
		...visit,
		bookings: [...visit.bookings, ...offers.filter((offer) => shares(offer, [visit.prisoner.id], party))],
		nonAssociatedBookings: [
			...visit.nonAssociatedBookings,
			...offers.filter((offer) => shares(offer, apart.prisonerIds, apart.visitorIds)),
		],
	}
}
