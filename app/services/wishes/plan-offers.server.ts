import type { Visit } from '#app/domain/booking/asked.ts'
import { adultAge } from '#app/domain/booking/party.ts'
import { refusalsAgainst } from '#app/domain/booking/rules.ts'
import { ageOn, localDate } from '#app/domain/calendar/oslo.ts'
import type { Policy } from '#app/domain/policy.ts'
import { isFor } from '#app/domain/sessions/audience.ts'
import type { Closure } from '#app/domain/sessions/session.ts'
import { offerUntil } from '#app/domain/wishes/offer-until.ts'
import { withOffersAsHolds } from '#app/domain/wishes/offers-as-holds.ts'
import { byRank } from '#app/domain/wishes/rank.ts'
import { suits } from '#app/domain/wishes/suits.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { PeopleFacts } from '#db/queries/bookings/facts.ts'
import type { KnownSession } from '#db/queries/bookings/places.ts'
import { type OfferAsHold, selectWaiting, type WaitingWish } from '#db/queries/wishes/waiting.ts'
import { readVisit } from '../bookings/ask.server.ts'

/** A session that may have a place to offer, with what its facility's rules need. */
export interface OfferedSession {
	session: KnownSession
	closures: readonly Closure[]
	policy: Policy
}

export interface PlannedOffer {
	sessionId: string
	facilityId: string
	wish: WaitingWish
	until: Date
}

/** The visits of wishes that were read already, by wish. */
export type KnownVisits = Map<string, Promise<{ visit: Visit; facts: PeopleFacts }>>

/** Wishes whose people are read at once. */
const readAtOnce = 8

/**
 * Which free places go to which wishes: in the order of the sessions, each free place to the wish of the highest rank whose
 * party passes every rule, its maker asking. A wish that does not pass is left for another place. Nothing is written; people
 * are read without locks, since an offer takes a place and no more, and all is asked again when it is accepted.
 *
 * @param missed wishes that are passed over
 */
export async function planOffers(
	db: DbOrTx,
	sessions: readonly OfferedSession[],
	now: Date,
	{ known, missed }: { known: KnownVisits; missed?: ReadonlySet<string> },
): Promise<PlannedOffer[]> {
	const offered = sessions.filter(({ session, policy }) => hasRoom(session) && offerUntil(session.start, policy, now))
	if (offered.length === 0) return []
	const waiting = await selectWaiting(db, { sessionIds: offered.map(({ session }) => session.id), now })
	const plan: PlannedOffer[] = []
	const offers = [...waiting.offers]
	let wishes = waiting.wishes.filter(({ wishId }) => !missed?.has(wishId))
	for (const { session, closures, policy } of [...offered].sort(byStart)) {
		const until = offerUntil(session.start, policy, now)
		if (!until) continue
		const day = localDate(session.start)
		const needs = wishes.filter((wish) => maySuit(wish, session)).map((wish) => ({ ...needOf(wish, day), wish }))
		const taken = { ...session.taken }
		for (const chunk of inChunks(byRank(needs, policy, now))) {
			if (!hasRoom({ ...session, taken })) break
			const visits = await Promise.all(chunk.map(({ wish }) => visitOf(db, wish, now, known)))
			for (const [index, { wish }] of chunk.entries()) {
				const read = visits[index]
				if (!read || !wishes.includes(wish)) continue
				const { apartPrisoners, apartVisitors } = read.facts
				const visit = withOffersAsHolds(read.visit, offers, {
					prisonerIds: apartPrisoners,
					visitorIds: apartVisitors.map(({ other }) => other),
				})
				const { facilityId, area, start, end } = session
				const place = {
					kind: 'session',
					session: { ...session, taken },
					closures,
					facilityId,
					area,
					start,
					end,
				} as const
				if (refusalsAgainst({ visit, place, holdRanOut: false }, policy, now).length > 0) continue
				plan.push({ sessionId: session.id, facilityId, wish, until })
				offers.push(asHold(wish, session, until))
				taken.groups += 1
				taken.people += wish.visitorIds.length
				wishes = wishes.filter((other) => other.madeBy !== wish.madeBy || other.prisoner.id !== wish.prisoner.id)
			}
		}
	}
	return plan
}

function hasRoom({ groups, people, taken }: Pick<KnownSession, 'groups' | 'people' | 'taken'>): boolean {
	return taken.groups < groups && (people === null || taken.people < people)
}

function byStart(one: OfferedSession, other: OfferedSession): number {
	return one.session.start.getTime() - other.session.start.getTime() || (one.session.id < other.session.id ? -1 : 1)
}

/** Whether it is worth to look closer: the rules have the last word. */
function maySuit(wish: WaitingWish, session: KnownSession): boolean {
	return suits(wish, session) && !wish.notAgainSessionIds.includes(session.id) && isFor(session, wish.prisoner)
}

function needOf(wish: WaitingWish, day: string) {
	return {
		wishId: wish.wishId,
		calledOffByPrisonAt: wish.calledOffByPrisonAt,
		lastVisit: wish.lastVisitAt && localDate(wish.lastVisitAt),
		ownChild: wish.ownChildrenBorn.some((born) => ageOn(born, day) < adultAge),
		farTravel: wish.farTravel,
		madeAt: wish.madeAt,
	}
}

function visitOf(db: DbOrTx, wish: WaitingWish, now: Date, known: KnownVisits) {
	const before = known.get(wish.wishId)
	if (before !== undefined) return before
	const ask = {
		asker: { kind: 'visitor', id: wish.madeBy },
		prisonerId: wish.prisoner.id,
		partyIds: wish.visitorIds,
		askFor: wish.askFor,
		consents: [],
		givesUp: null,
		holdRanOut: false,
		formKey: null,
	} as const
	const reading = readVisit(db, ask, now)
	known.set(wish.wishId, reading)
	// Read in a transaction that was undone, it is to be read again when that starts over.
	reading.catch(() => known.delete(wish.wishId))
	return reading
}

function asHold(wish: WaitingWish, session: KnownSession, until: Date): OfferAsHold {
	const { facilityId, track, area, start, end } = session
	const { wishId, madeBy, visitorIds } = wish
	const hold = { id: `${wishId}-${session.id}`, wishId, madeBy, facilityId, prisonerId: wish.prisoner.id, visitorIds }
	return { ...hold, track, state: 'held', holdUntil: until, roomId: null, area, start, end }
}

function inChunks<T>(list: readonly T[]): T[][] {
	const chunks: T[][] = []
	for (let from = 0; from < list.length; from += readAtOnce) chunks.push(list.slice(from, from + readAtOnce))
	return chunks
}
