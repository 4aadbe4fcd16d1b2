import type { DbOrTx } from '#db/client.server.ts'
import type { PlacesToLock } from '#db/queries/bookings/locks.ts'
import { lockPlaces, lockPrisoners, lockVisitors } from '#db/queries/bookings/locks.ts'
import { pipeline } from '#db/queries/pipeline.ts'
import { RetryTransaction } from '#db/queries/retry-transaction.ts'
import type { BookingRequest, PlaceRequest } from './booking-request.ts'
import type { PeopleOfRequest } from './read-people.server.ts'
import { peopleOf, readFacts } from './read-people.server.ts'

/**
 * Locks the people of a visit and reads everything about them. Once in a transaction: a second time might lock more of them,
 * and out of order.
 *
 * @throws RetryTransaction a non-association was made while we waited for a lock: from the start, its other side is locked too
 */
export async function lockPeople(tx: DbOrTx, request: BookingRequest, now: Date): Promise<PeopleOfRequest> {
	const [prisoners, visitors, facts] = await pipeline([
		lockPrisoners(tx, [request.prisonerId]),
		lockVisitors(tx, [...new Set(request.partyIds)]),
		readFacts(tx, request, now),
	])
	const people = peopleOf(request, facts)
	requireLocked(people, prisoners, visitors)
	return people
}

export function requireLocked(
	{ facts }: PeopleOfRequest,
	prisoners: ReadonlySet<string>,
	visitors: ReadonlySet<string>,
): void {
	const unlocked =
		facts.nonAssociatedPrisoners.some((id) => !prisoners.has(id)) ||
		facts.nonAssociatedVisitors.some(({ one, other }) => visitors.has(one) && !visitors.has(other))
	if (unlocked) throw new RetryTransaction('The locks taken were too few')
}

/** Locks the place that is asked for, once the people are locked, and turns overdue holds out of its way. */
export function lockVenue(tx: DbOrTx, request: BookingRequest, place: PlaceRequest, now: Date): Promise<void> {
	return lockPlaces(tx, venuesToLock(request, place, now))
}

export function venuesToLock(request: BookingRequest, place: PlaceRequest, now: Date): PlacesToLock {
	return {
		sessionIds: 'sessionId' in place ? [place.sessionId] : [],
		roomIds: 'roomId' in place ? [place.roomId] : [],
		prisonerId: request.prisonerId,
		visitorIds: [...new Set(request.partyIds)],
		replaces: request.replaces,
		now,
	}
}
