import type { Viewer } from '#app/domain/bookings/public-reasons.ts'
import type { PartyMember, Visit } from '#app/domain/bookings/rule-input.ts'
import { instantOf, localDate, mondayOf, monthOf } from '#app/domain/calendar/oslo.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { PartyBooking, PeopleFacts, PeopleRequest } from '#db/queries/bookings/facts.ts'
import { selectPeopleFacts } from '#db/queries/bookings/facts.ts'
import type { PendingQuery } from '#db/queries/statement.ts'
import { ServiceError } from '../errors.ts'
import type { BookingRequest } from './booking-request.ts'

/** The people of a visit, and what is known of them. */
export interface PeopleOfRequest {
	visit: Visit
	facts: PeopleFacts
	viewer: Viewer
}

/**
 * Reads everything about the people of a visit. `not-found` when the prisoner or a visitor does not exist.
 */
export async function readVisit(db: DbOrTx, request: BookingRequest, now: Date): Promise<PeopleOfRequest> {
	return peopleOf(request, await readFacts(db, request, now))
}

export function readFacts(db: DbOrTx, request: BookingRequest, now: Date): PendingQuery<PeopleFacts | null> {
	return selectPeopleFacts(db, aboutPeople(request, now))
}

/** What is to be read about the people of a visit. */
export function aboutPeople(request: BookingRequest, now: Date): PeopleRequest {
	const visitorIds = [
		...new Set(request.requester.kind === 'visitor' ? [...request.partyIds, request.requester.id] : request.partyIds),
	]
	return { prisonerId: request.prisonerId, visitorIds, idempotencyKey: request.idempotencyKey, ...countedFrom(now) }
}

/**
 * From when on visits are counted: the prisoner's from when today's week or month began, whichever was first, for a visit falls in
 * these or later ones. What was before today is refused as past, whatever else is known of it.
 */
export function countedFrom(now: Date): Pick<PeopleRequest, 'since' | 'today'> {
	const day = localDate(now)
	const [first = day] = [mondayOf(day), `${monthOf(day)}-01`].sort()
	return { since: instantOf(first, '00:00'), today: instantOf(day, '00:00') }
}

/** The visit as the rules see it, of what was read. @throws ServiceError `not-found` */
export function peopleOf(request: BookingRequest, facts: PeopleFacts | null): PeopleOfRequest {
	if (!facts) throw new ServiceError('not-found', 'There is no such prisoner')
	const party = request.partyIds.map((id) => member(facts, id))
	const moved = facts.bookings.find(({ id }) => id === request.replaces)?.movesId ?? null
	// A request to move a visit and that visit give way to one another.
	const isReplaced = (booking: PartyBooking) =>
		isOwnHold(request, booking) ||
		(request.replaces !== null && [booking.id, booking.movesId].includes(request.replaces)) ||
		(moved !== null && [booking.id, booking.movesId].includes(moved))
	const inParty = new Set(request.partyIds)
	const visit: Visit = {
		prisoner: facts.prisoner,
		courtRestrictions: facts.courtRestrictions,
		party,
		booker:
			request.requester.kind === 'visitor'
				? { kind: 'visitor', visitorId: request.requester.id, born: member(facts, request.requester.id).born }
				: { kind: 'officer' },
		askFor: request.askFor,
		consents: request.consents,
		bookings: facts.bookings.filter((booking) => !isReplaced(booking)),
		nonAssociatedBookings: facts.nonAssociatedBookings.filter((booking) => !isReplaced(booking)),
		nonAssociatedInParty: facts.nonAssociatedVisitors
			.filter(({ one, other }) => one < other && inParty.has(one) && inParty.has(other))
			.map(({ one, other }) => [one, other] as const),
	}
	return { visit, facts, viewer: viewerOf(request.requester.id, facts, party) }
}

export function isOwnHold(request: BookingRequest, booking: PartyBooking): boolean {
	return (
		booking.state === 'held' && booking.prisonerId === request.prisonerId && booking.createdBy === request.requester.id
	)
}

function member(facts: PeopleFacts, id: string): PartyMember {
	const found = facts.members.get(id)
	if (!found) throw new ServiceError('not-found', 'There is no such visitor')
	return found
}

function viewerOf(requesterId: string, facts: PeopleFacts, party: readonly PartyMember[]): Viewer {
	const children = party.filter((one) => one.guardianIds.includes(requesterId))
	const own = facts.members.get(requesterId)?.permit ?? null
	return {
		visitorId: requesterId,
		hasPermit: own !== null || children.some((child) => child.permit !== null),
		childrenIds: children.map((child) => child.visitorId),
	}
}
