import type { Viewer } from '#app/domain/bookings/public-reasons.ts'
import type { RuleInput, Venue } from '#app/domain/bookings/rule-input.ts'
import { refusalsAgainst } from '#app/domain/bookings/rules.ts'
import type { Policy } from '#app/domain/policy.ts'
import type { Refusal } from '#app/domain/refusals.ts'
import type { DbOrTx } from '#db/client.server.ts'
import {
	expireOverdueHolds,
	lockPrisoners,
	lockRoomsToBook,
	lockSessionsToBook,
	lockVisitors,
} from '#db/queries/bookings/locks.ts'
import {
	type NamedRoom,
	type Replaced,
	type SessionWithTaken,
	selectRoom,
	selectSession,
} from '#db/queries/bookings/places.ts'
import { selectBooking } from '#db/queries/bookings/read.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import { pipeline } from '#db/queries/pipeline.ts'
import { mapResult, type PendingQuery, skipped } from '#db/queries/statement.ts'
import { ServiceError } from '../errors.ts'
import { policyOf } from '../policy.server.ts'
import type { BookingRequest, PlaceRequest } from './booking-request.ts'
import { requireLocked, venuesToLock } from './lock.server.ts'
import type { PeopleOfRequest } from './read-people.server.ts'
import { isOwnHold, peopleOf, readFacts, readVisit } from './read-people.server.ts'

/** What the rules say of a visit at a place, and all that they were asked about. */
export interface Evaluation {
	ruleInput: RuleInput
	policy: Policy
	refusals: Refusal[]
	/** The session or the room, with what a row needs of it. */
	where: { session: SessionWithTaken } | { room: NamedRoom }
	viewer: Viewer
	/** The asker has a hold for this prisoner, other than what is given up anyway, that a new one takes the place of. */
	ownHold: boolean
	/** The booking that the same form made before; null when it made none. */
	idempotentBookingId: string | null
}

/** An answer under locks. */
export interface LockedEvaluation extends Evaluation {
	/** The booking that is given up or changed, as it stands now; null when there is none. */
	before: BookingWithParty | null
}

/**
 * Asks every rule about a visit at a place, under the locks that a write needs: the prisoner, the visitors, then the places,
 * overdue holds turned out of the way. What is decided here stays true until the transaction ends. All that is locked and
 * read goes out together, in that order; only what stands after it is written.
 *
 * @throws RetryTransaction a non-association was made while we waited for a lock: from the start, its other side is locked too
 */
export async function evaluateUnderLock(
	tx: DbOrTx,
	request: BookingRequest,
	place: PlaceRequest,
	now: Date,
): Promise<LockedEvaluation> {
	const places = venuesToLock(request, place, now)
	const [prisoners, visitors, facts, sessionsOverdue, roomsOverdue, found, before] = await pipeline([
		lockPrisoners(tx, [request.prisonerId]),
		lockVisitors(tx, [...new Set(request.partyIds)]),
		readFacts(tx, request, now),
		lockSessionsToBook(tx, places),
		lockRoomsToBook(tx, places),
		// An overdue hold counts for nothing in what is read of a place, whether it is turned out already or not.
		readVenue(tx, place, now, replacedBy(request)),
		request.replaces === null ? skipped(null) : selectBooking(tx, { id: request.replaces }),
	])
	const people = peopleOf(request, facts)
	requireLocked(people, prisoners, visitors)
	if (sessionsOverdue || roomsOverdue) await expireOverdueHolds(tx, places)
	return { ...evaluationOf(request, now, people, found), before }
}

/** The same question without locks, to show what would be answered. */
export async function evaluate(
	db: DbOrTx,
	request: BookingRequest,
	place: PlaceRequest,
	now: Date,
): Promise<Evaluation> {
	return evaluateLocked(db, request, place, now, await readVisit(db, request, now))
}

/** The question itself, about people that were read and a place that is locked. */
export async function evaluateLocked(
	db: DbOrTx,
	request: BookingRequest,
	place: PlaceRequest,
	now: Date,
	people: PeopleOfRequest,
): Promise<Evaluation> {
	return evaluationOf(request, now, people, await readVenue(db, place, now, replacedBy(request)))
}

function evaluationOf(
	request: BookingRequest,
	now: Date,
	{ visit, facts, viewer }: PeopleOfRequest,
	found: FoundVenue | null,
): Evaluation {
	if (!found) throw new ServiceError('not-found', 'There is no such place')
	const ruleInput: RuleInput = { visit, venue: found.place, holdRanOut: request.holdRanOut }
	return {
		ruleInput,
		policy: found.policy,
		refusals: refusalsAgainst(ruleInput, found.policy, now),
		where: found.where,
		viewer,
		ownHold: facts.bookings.some((booking) => isOwnHold(request, booking) && booking.id !== request.replaces),
		idempotentBookingId: facts.idempotentBookingId,
	}
}

/** What a request gives up: the booking it takes the place of, and the asker's own hold for the prisoner. */
export function replacedBy(request: Pick<BookingRequest, 'replaces' | 'requester' | 'prisonerId'>): Replaced {
	return { bookingId: request.replaces, holdOf: { createdBy: request.requester.id, prisonerId: request.prisonerId } }
}

type FoundVenue = Pick<Evaluation, 'policy' | 'where'> & { place: Venue }

function readVenue(db: DbOrTx, request: PlaceRequest, now: Date, replaced: Replaced): PendingQuery<FoundVenue | null> {
	if ('sessionId' in request) {
		const statement = selectSession(db, { sessionId: request.sessionId, now, replaced })
		return mapResult(statement, (found) => {
			if (!found) return null
			const { session, closures } = found
			const { facilityId, area, start, end } = session
			const place: Venue = { kind: 'session', session, closures, facilityId, area, start, end }
			return { place, policy: policyOf(found.policy), where: { session } }
		})
	}
	const { start, end } = request
	const statement = selectRoom(db, { roomId: request.roomId, from: start, until: end, now, replaced })
	return mapResult(statement, (found) => {
		if (!found) return null
		const { room, closures } = found
		const place: Venue = { kind: 'room', room, closures, facilityId: room.facilityId, area: room.id, start, end }
		return { place, policy: policyOf(found.policy), where: { room } }
	})
}
