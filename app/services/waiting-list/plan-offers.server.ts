import { adultAge } from '#app/domain/bookings/party.ts'
import type { Visit } from '#app/domain/bookings/rule-input.ts'
import { refusalsAgainst } from '#app/domain/bookings/rules.ts'
import { ageOn, localDate } from '#app/domain/calendar/oslo.ts'
import type { Policy } from '#app/domain/policy.ts'
import { isFor } from '#app/domain/timetable/audience.ts'
import type { Closure } from '#app/domain/timetable/visit-session.ts'
import { compareByPriority } from '#app/domain/waiting-list/compare-by-priority.ts'
import { matches } from '#app/domain/waiting-list/matches.ts'
import { offerUntil } from '#app/domain/waiting-list/offer-until.ts'
import { withOffersAsHolds } from '#app/domain/waiting-list/offers-as-holds.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { PeopleFacts } from '#db/queries/bookings/facts.ts'
import type { SessionWithTaken } from '#db/queries/bookings/places.ts'
import { type OfferAsHold, type OpenEntry, selectWaiting } from '#db/queries/waiting-list/open-entries.ts'
import { bookingRequest } from '../bookings/booking-request.ts'
import { readVisit } from '../bookings/read-people.server.ts'

/** A session that may have a place to offer, with what its facility's rules need. */
export interface OfferedSession {
	session: SessionWithTaken
	closures: readonly Closure[]
	policy: Policy
}

export interface PlannedOffer {
	sessionId: string
	facilityId: string
	entry: OpenEntry
	until: Date
}

/** The visits of waiting-list entries that were read already, by entry. */
export type VisitCache = Map<string, Promise<{ visit: Visit; facts: PeopleFacts }>>

/** WaitingList whose people are read at once. */
const readAtOnce = 8

/**
 * Which free places go to which waiting-list entries: in the order of the sessions, each free place to the waiting-list entry of the highest rank whose
 * party passes every rule, its maker asking. A waiting-list entry that does not pass is left for another place. Nothing is written; people
 * are read without locks, since an offer takes a place and no more, and all is asked again when it is accepted.
 *
 * @param missed waiting-list entries that are passed over
 */
export async function planOffers(
	db: DbOrTx,
	sessions: readonly OfferedSession[],
	now: Date,
	{ known, missed }: { known: VisitCache; missed?: ReadonlySet<string> },
): Promise<PlannedOffer[]> {
	const offered = sessions.filter(({ session, policy }) => hasRoom(session) && offerUntil(session.start, policy, now))
	if (offered.length === 0) return []
	const waiting = await selectWaiting(db, { sessionIds: offered.map(({ session }) => session.id), now })
	const plan: PlannedOffer[] = []
	const offers = [...waiting.offers]
	let entries = waiting.entries.filter(({ waitingListEntryId }) => !missed?.has(waitingListEntryId))
	for (const { session, closures, policy } of [...offered].sort(byStart)) {
		const until = offerUntil(session.start, policy, now)
		if (!until) continue
		const day = localDate(session.start)
		const needs = entries.filter((entry) => mayMatch(entry, session)).map((entry) => ({ ...needOf(entry, day), entry }))
		const taken = { ...session.taken }
		for (const chunk of inChunks(compareByPriority(needs, policy, now))) {
			if (!hasRoom({ ...session, taken })) break
			const visits = await Promise.all(chunk.map(({ entry }) => visitOf(db, entry, now, known)))
			for (const [index, { entry }] of chunk.entries()) {
				const read = visits[index]
				if (!read || !entries.includes(entry)) continue
				const { nonAssociatedPrisoners, nonAssociatedVisitors } = read.facts
				const visit = withOffersAsHolds(read.visit, offers, {
					prisonerIds: nonAssociatedPrisoners,
					visitorIds: nonAssociatedVisitors.map(({ other }) => other),
				})
				const { facilityId, area, start, end } = session
				const venue = {
					kind: 'session',
					session: { ...session, taken },
					closures,
					facilityId,
					area,
					start,
					end,
				} as const
				if (refusalsAgainst({ visit, venue, holdRanOut: false }, policy, now).length > 0) continue
				plan.push({ sessionId: session.id, facilityId, entry, until })
				offers.push(asHold(entry, session, until))
				taken.groups += 1
				taken.people += entry.visitorIds.length
				entries = entries.filter(
					(other) => other.createdBy !== entry.createdBy || other.prisoner.id !== entry.prisoner.id,
				)
			}
		}
	}
	return plan
}

function hasRoom({ groups, people, taken }: Pick<SessionWithTaken, 'groups' | 'people' | 'taken'>): boolean {
	return taken.groups < groups && (people === null || taken.people < people)
}

function byStart(one: OfferedSession, other: OfferedSession): number {
	return one.session.start.getTime() - other.session.start.getTime() || (one.session.id < other.session.id ? -1 : 1)
}

/** Whether it is worth to look closer: the rules have the last word. */
function mayMatch(entry: OpenEntry, session: SessionWithTaken): boolean {
	return matches(entry, session) && !entry.notAgainSessionIds.includes(session.id) && isFor(session, entry.prisoner)
}

function needOf(entry: OpenEntry, day: string) {
	return {
		waitingListEntryId: entry.waitingListEntryId,
		cancelledByPrisonAt: entry.cancelledByPrisonAt,
		lastVisit: entry.lastVisitAt && localDate(entry.lastVisitAt),
		ownChild: entry.ownChildrenBorn.some((born) => ageOn(born, day) < adultAge),
		farTravel: entry.farTravel,
		createdAt: entry.createdAt,
	}
}

function visitOf(db: DbOrTx, entry: OpenEntry, now: Date, known: VisitCache) {
	const before = known.get(entry.waitingListEntryId)
	if (before !== undefined) return before
	const request = bookingRequest({
		requester: { kind: 'visitor', id: entry.createdBy },
		...{ prisonerId: entry.prisoner.id, partyIds: entry.visitorIds, askFor: entry.askFor },
	})
	const reading = readVisit(db, request, now)
	known.set(entry.waitingListEntryId, reading)
	// Read in a transaction that was undone, it is to be read again when that starts over.
	reading.catch(() => known.delete(entry.waitingListEntryId))
	return reading
}

function asHold(entry: OpenEntry, session: SessionWithTaken, until: Date): OfferAsHold {
	const { facilityId, track, area, setting, start, end } = session
	const { waitingListEntryId, createdBy, visitorIds, ownChildrenBorn } = entry
	const hold = {
		id: `${waitingListEntryId}-${session.id}`,
		waitingListEntryId,
		createdBy,
		facilityId,
		prisonerId: entry.prisoner.id,
		...{ visitorIds, ownChildrenBorn, setting, movesId: null },
	}
	return { ...hold, track, state: 'held', holdUntil: until, roomId: null, area, start, end }
}

function inChunks<T>(list: readonly T[]): T[][] {
	const chunks: T[][] = []
	for (let from = 0; from < list.length; from += readAtOnce) chunks.push(list.slice(from, from + readAtOnce))
	return chunks
}
