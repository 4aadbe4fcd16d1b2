import type { Asked, PartyMember, Place, Visit } from '#app/domain/booking/asked.ts'
import type { AnswerReader } from '#app/domain/booking/family-answer.ts'
import { refusalsAgainst } from '#app/domain/booking/rules.ts'
import { instantOf, localDate, mondayOf, monthOf } from '#app/domain/calendar/oslo.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import type { Policy } from '#app/domain/policy.ts'
import type { Refusal } from '#app/domain/refusals.ts'
import type { StayConsent } from '#app/domain/rooms/room.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type KnownBooking, type PeopleAsk, type PeopleFacts, selectPeopleFacts } from '#db/queries/bookings/facts.ts'
import {
	lockPlaces,
	lockPrisoners,
	lockRooms,
	lockSessions,
	lockVisitors,
	type PlacesToLock,
	turnOutOverdue,
} from '#db/queries/bookings/locks.ts'
import {
	type GivenUp,
	type KnownRoom,
	type KnownSession,
	selectRoom,
	selectSession,
} from '#db/queries/bookings/places.ts'
import { selectBooking } from '#db/queries/bookings/read.ts'
import type { BookingWithParty } from '#db/queries/bookings/write.ts'
import { inOrder } from '#db/queries/in-order.ts'
import { StartOver } from '#db/queries/start-over.ts'
import { answering, notSent, type Sent } from '#db/queries/statement.ts'
import { ServiceError } from '../errors.ts'
import { policyOf } from '../policy.server.ts'

/** Who asks for a visit: a visitor for themselves and theirs, or an officer. */
export type Asker = { kind: 'visitor'; id: string } | { kind: 'officer'; id: string }

/** A visit that somebody asks for, wherever and whenever it is to be. */
export interface VisitAsk {
	asker: Asker
	prisonerId: string
	/** Visitor ids as they were given: the same one may stand twice. */
	partyIds: readonly string[]
	askFor: readonly Control[]
	consents: readonly StayConsent[]
	/** A booking that this one takes the place of: its limits and its place are counted as if it were gone. */
	givesUp: string | null
	/** It was a hold that ran out. */
	holdRanOut: boolean
	/** The form's own key, when it may have been sent before. */
	formKey: string | null
}

export type PlaceAsk = { sessionId: string } | { roomId: string; start: Date; end: Date }

/** What the rules say of a visit at a place, and all that they were asked about. */
export interface Answer {
	asked: Asked
	policy: Policy
	refusals: Refusal[]
	/** The session or the room, with what a row needs of it. */
	where: { session: KnownSession } | { room: KnownRoom }
	reader: AnswerReader
	/** The asker has a hold for this prisoner, other than what is given up anyway, that a new one takes the place of. */
	ownHold: boolean
	/** The booking that the same form made before; null when it made none. */
	formBookingId: string | null
}

/** An answer under locks. */
export interface LockedAnswer extends Answer {
	/** The booking that is given up or changed, as it stands now; null when there is none. */
	before: BookingWithParty | null
}

/** The people of a visit, and what is known of them. */
export interface AskedPeople {
	visit: Visit
	facts: PeopleFacts
	reader: AnswerReader
}

/**
 * Reads everything about the people of a visit. `not-found` when the prisoner or a visitor does not exist.
 */
export async function readVisit(db: DbOrTx, ask: VisitAsk, now: Date): Promise<AskedPeople> {
	return peopleOf(ask, await readFacts(db, ask, now))
}

function readFacts(db: DbOrTx, ask: VisitAsk, now: Date): Sent<PeopleFacts | null> {
	return selectPeopleFacts(db, aboutPeople(ask, now))
}

/** What is to be read about the people of a visit. */
export function aboutPeople(ask: VisitAsk, now: Date): PeopleAsk {
	const visitorIds = [...new Set(ask.asker.kind === 'visitor' ? [...ask.partyIds, ask.asker.id] : ask.partyIds)]
	return { prisonerId: ask.prisonerId, visitorIds, formKey: ask.formKey, ...countedFrom(now) }
}

/**
 * From when on visits are counted: the prisoner's from when today's week or month began, whichever was first, for a visit falls in
 * these or later ones. What was before today is refused as past, whatever else is known of it.
 */
export function countedFrom(now: Date): Pick<PeopleAsk, 'since' | 'today'> {
	const day = localDate(now)
	const [first = day] = [mondayOf(day), `${monthOf(day)}-01`].sort()
	return { since: instantOf(first, '00:00'), today: instantOf(day, '00:00') }
}

/** The visit as the rules see it, of what was read. @throws ServiceError `not-found` */
export function peopleOf(ask: VisitAsk, facts: PeopleFacts | null): AskedPeople {
	if (!facts) throw new ServiceError('not-found', 'There is no such prisoner')
	const party = ask.partyIds.map((id) => member(facts, id))
	const isGivenUp = (booking: KnownBooking) => booking.id === ask.givesUp || isOwnHold(ask, booking)
	const inParty = new Set(ask.partyIds)
	const visit: Visit = {
		prisoner: facts.prisoner,
		courtRestrictions: facts.courtRestrictions,
		party,
		booker:
			ask.asker.kind === 'visitor'
				? { kind: 'visitor', visitorId: ask.asker.id, born: member(facts, ask.asker.id).born }
				: { kind: 'officer' },
		askFor: ask.askFor,
		consents: ask.consents,
		bookings: facts.bookings.filter((booking) => !isGivenUp(booking)),
		apartBookings: facts.apartBookings.filter((booking) => !isGivenUp(booking)),
		apartInParty: facts.apartVisitors
			.filter(({ one, other }) => one < other && inParty.has(one) && inParty.has(other))
			.map(({ one, other }) => [one, other] as const),
	}
	return { visit, facts, reader: readerOf(ask.asker.id, facts, party) }
}

function isOwnHold(ask: VisitAsk, booking: KnownBooking): boolean {
	return booking.state === 'held' && booking.prisonerId === ask.prisonerId && booking.madeBy === ask.asker.id
}

function member(facts: PeopleFacts, id: string): PartyMember {
	const found = facts.members.get(id)
	if (!found) throw new ServiceError('not-found', 'There is no such visitor')
	return found
}

function readerOf(askerId: string, facts: PeopleFacts, party: readonly PartyMember[]): AnswerReader {
	const children = party.filter((one) => one.guardianIds.includes(askerId))
	const own = facts.members.get(askerId)?.permit ?? null
	return {
		visitorId: askerId,
		hasPermit: own !== null || children.some((child) => child.permit !== null),
		childrenIds: children.map((child) => child.visitorId),
	}
}

/**
 * Asks every rule about a visit at a place, under the locks that a write needs: the prisoner, the visitors, then the places,
 * overdue holds turned out of the way. What is decided here stays true until the transaction ends. All that is locked and
 * read goes out together, in that order; only what stands after it is written.
 *
 * @throws StartOver a keep-apart was made while we waited for a lock: from the start, its other side is locked too
 */
export async function askUnderLock(tx: DbOrTx, ask: VisitAsk, place: PlaceAsk, now: Date): Promise<LockedAnswer> {
	const places = placesToLock(ask, place, now)
	const [prisoners, visitors, facts, sessionsOverdue, roomsOverdue, found, before] = await inOrder([
		lockPrisoners(tx, [ask.prisonerId]),
		lockVisitors(tx, [...new Set(ask.partyIds)]),
		readFacts(tx, ask, now),
		lockSessions(tx, places),
		lockRooms(tx, places),
		// An overdue hold counts for nothing in what is read of a place, whether it is turned out already or not.
		readPlace(tx, place, now, givenUpBy(ask)),
		ask.givesUp === null ? notSent(null) : selectBooking(tx, { id: ask.givesUp }),
	])
	const people = peopleOf(ask, facts)
	requireLocked(people, prisoners, visitors)
	if (sessionsOverdue || roomsOverdue) await turnOutOverdue(tx, places)
	return { ...answerOf(ask, now, people, found), before }
}

/**
 * Locks the people of a visit and reads everything about them. Once in a transaction: a second time might lock more of them,
 * and out of order.
 *
 * @throws StartOver a keep-apart was made while we waited for a lock: from the start, its other side is locked too
 */
export async function lockPeople(tx: DbOrTx, ask: VisitAsk, now: Date): Promise<AskedPeople> {
	const [prisoners, visitors, facts] = await inOrder([
		lockPrisoners(tx, [ask.prisonerId]),
		lockVisitors(tx, [...new Set(ask.partyIds)]),
		readFacts(tx, ask, now),
	])
	const people = peopleOf(ask, facts)
	requireLocked(people, prisoners, visitors)
	return people
}

function requireLocked({ facts }: AskedPeople, prisoners: ReadonlySet<string>, visitors: ReadonlySet<string>): void {
	const unlocked =
		facts.apartPrisoners.some((id) => !prisoners.has(id)) ||
		facts.apartVisitors.some(({ one, other }) => visitors.has(one) && !visitors.has(other))
	if (unlocked) throw new StartOver('The locks taken were too few')
}

/** Locks the place that is asked for, once the people are locked, and turns overdue holds out of its way. */
export function lockPlace(tx: DbOrTx, ask: VisitAsk, place: PlaceAsk, now: Date): Promise<void> {
	return lockPlaces(tx, placesToLock(ask, place, now))
}

function placesToLock(ask: VisitAsk, place: PlaceAsk, now: Date): PlacesToLock {
	return {
		sessionIds: 'sessionId' in place ? [place.sessionId] : [],
		roomIds: 'roomId' in place ? [place.roomId] : [],
		prisonerId: ask.prisonerId,
		visitorIds: [...new Set(ask.partyIds)],
		givesUp: ask.givesUp,
		now,
	}
}

/** The same question without locks, to show what would be answered. */
export async function askWithoutLock(db: DbOrTx, ask: VisitAsk, place: PlaceAsk, now: Date): Promise<Answer> {
	return askLocked(db, ask, place, now, await readVisit(db, ask, now))
}

/** The question itself, about people that were read and a place that is locked. */
export async function askLocked(
	db: DbOrTx,
	ask: VisitAsk,
	place: PlaceAsk,
	now: Date,
	people: AskedPeople,
): Promise<Answer> {
	return answerOf(ask, now, people, await readPlace(db, place, now, givenUpBy(ask)))
}

function answerOf(ask: VisitAsk, now: Date, { visit, facts, reader }: AskedPeople, found: FoundPlace | null): Answer {
	if (!found) throw new ServiceError('not-found', 'There is no such place')
	const asked: Asked = { visit, place: found.place, holdRanOut: ask.holdRanOut }
	return {
		asked,
		policy: found.policy,
		refusals: refusalsAgainst(asked, found.policy, now),
		where: found.where,
		reader,
		ownHold: facts.bookings.some((booking) => isOwnHold(ask, booking) && booking.id !== ask.givesUp),
		formBookingId: facts.formBookingId,
	}
}

/** What a request gives up: the booking it takes the place of, and the asker's own hold for the prisoner. */
export function givenUpBy(ask: Pick<VisitAsk, 'givesUp' | 'asker' | 'prisonerId'>): GivenUp {
	return { bookingId: ask.givesUp, holdOf: { madeBy: ask.asker.id, prisonerId: ask.prisonerId } }
}

type FoundPlace = Pick<Answer, 'policy' | 'where'> & { place: Place }

function readPlace(db: DbOrTx, ask: PlaceAsk, now: Date, givenUp: GivenUp): Sent<FoundPlace | null> {
	if ('sessionId' in ask) {
		const statement = selectSession(db, { sessionId: ask.sessionId, now, givenUp })
		return answering(statement, (found) => {
			if (!found) return null
			const { session, closures } = found
			const { facilityId, area, start, end } = session
			const place: Place = { kind: 'session', session, closures, facilityId, area, start, end }
			return { place, policy: policyOf(found.policy), where: { session } }
		})
	}
	const { start, end } = ask
	const statement = selectRoom(db, { roomId: ask.roomId, from: start, until: end, now, givenUp })
	return answering(statement, (found) => {
		if (!found) return null
		const { room, closures } = found
		const place: Place = { kind: 'room', room, closures, facilityId: room.facilityId, area: room.id, start, end }
		return { place, policy: policyOf(found.policy), where: { room } }
	})
}
