import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import type { Span } from '#app/domain/calendar/span.ts'
import type { Random } from '../random.ts'
import type { Counsel } from './counsel.ts'
import type { Member } from './families.ts'
import type { SeedPrisoner } from './prisoner.ts'
import type { RoomRow, SessionSlot } from './slot.ts'

/** A visit that takes place somewhere: in a session, or in the room for a range of its own. */
export interface Visit {
	prisoner: SeedPrisoner
	party: Member[]
	official: boolean
	at: { place: SessionSlot } | { room: RoomRow; span: Span }
}

/** A prisoner with those who may come. */
export interface Household {
	prisoner: SeedPrisoner
	adults: Member[]
	children: Member[]
	/** Who must not be in the same session. */
	nonAssociatedWith: string | null
}

/** What a week of a facility is filled from. */
export interface WeekPlan {
	households: readonly Household[]
	counsels: readonly Counsel[]
	places: readonly SessionSlot[]
	/** The weekend's stay, when the room is open: whose turn it is, and when. */
	stay: { household: Household; room: RoomRow; span: Span; dates: readonly LocalDate[] } | null
	/** How many visits in all, and for one prisoner at most. */
	quota: number
	each: number
	isClosed: (date: LocalDate) => boolean
	random: Random
}

const officialShare = 0.05

/**
 * The visits of a week: no prisoner and no visitor twice on a day, no session above its capacity, nobody in a session that
 * is not for them, nobody with whom they must not meet. It may come to less than the quota where the places do not suffice.
 */
export function fillWeek(ask: WeekPlan): Visit[] {
	const { households, counsels, places, stay, quota, each, random } = ask
	const open = places.filter(({ date }) => !ask.isClosed(date))
	const busy = new Busy()
	const visits: Visit[] = []
	if (stay && quota > 0) {
		const party = partyOf(stay.household, random)
		for (const date of stay.dates) busy.take(stay.household.prisoner, party, date)
		visits.push({ prisoner: stay.household.prisoner, party, official: false, at: stay })
	}
	const official = open.filter(({ kind }) => kind === 'official')
	for (let left = Math.ceil(quota * officialShare); left > 0 && counsels.length > 0; left--) {
		const { clients } = random.pick(counsels)
		if (clients.length === 0) continue
		const { prisoner, member } = random.pick(clients)
		const place = freePlace(official, random, (one) => fits(one, 1) && busy.isFree(prisoner, [member], one, null))
		if (place) visits.push(take(busy, prisoner, [member], place))
	}
	for (let round = 0; round < each; round++) {
		for (const household of random.shuffled(households)) {
			if (visits.length >= quota) return visits
			const { prisoner, nonAssociatedWith } = household
			if (household.adults.length === 0 || busy.visitsOf(prisoner) >= each) continue
			const kind = prisoner.securityLevel === 'special-high' ? 'glass' : 'ordinary'
			const party = partyOf(household, random)
			const isSuitable = (one: SessionSlot) =>
				one.kind === kind &&
				(one.units === null || one.units.includes(prisoner.unit)) &&
				fits(one, party.length) &&
				busy.isFree(prisoner, party, one, nonAssociatedWith)
			const place = freePlace(open, random, isSuitable)
			if (place) visits.push(take(busy, prisoner, party, place))
		}
	}
	return visits
}

/** Who is where on which day. */
class Busy {
	readonly #days = new Set<string>()
	readonly #sessions = new Map<string, Set<string>>()
	readonly #visits = new Map<string, number>()

	isFree(
		{ id }: SeedPrisoner,
		party: readonly Member[],
		{ date, row }: SessionSlot,
		nonAssociatedWith: string | null,
	): boolean {
		if (this.#days.has(`${id} ${date}`)) return false
		if (party.some(({ visitorId }) => this.#days.has(`${visitorId} ${date}`))) return false
		return nonAssociatedWith === null || this.#sessions.get(row.id)?.has(nonAssociatedWith) !== true
	}

	take({ id }: SeedPrisoner, party: readonly Member[], date: LocalDate, sessionId?: string): void {
		this.#days.add(`${id} ${date}`)
		for (const { visitorId } of party) this.#days.add(`${visitorId} ${date}`)
		this.#visits.set(id, (this.#visits.get(id) ?? 0) + 1)
		if (sessionId === undefined) return
		const there = this.#sessions.get(sessionId) ?? new Set()
		this.#sessions.set(sessionId, there.add(id))
	}

	visitsOf({ id }: SeedPrisoner): number {
		return this.#visits.get(id) ?? 0
	}
}

function fits({ groupsLeft, peopleLeft }: SessionSlot, people: number): boolean {
	return groupsLeft > 0 && peopleLeft >= people
}

function take(busy: Busy, prisoner: SeedPrisoner, party: Member[], place: SessionSlot): Visit {
	busy.take(prisoner, party, place.date, place.row.id)
	place.groupsLeft--
	place.peopleLeft -= party.length
	return { prisoner, party, official: place.kind === 'official', at: { place } }
}

/** The first that suits, from anywhere in the list on. */
function freePlace(
	places: readonly SessionSlot[],
	random: Random,
	isSuitable: (place: SessionSlot) => boolean,
): SessionSlot | null {
	const from = random.whole(0, Math.max(0, places.length - 1))
	for (let n = 0; n < places.length; n++) {
		const place = places[(from + n) % places.length]
		if (place && isSuitable(place)) return place
	}
	return null
}

const childrenAtOnce = 3

function partyOf({ adults, children }: Household, random: Random): Member[] {
	const booker = random.pick(adults)
	const other = random.chance(0.25) ? random.pick(adults) : booker
	const along = children.filter(() => random.chance(0.5)).slice(0, childrenAtOnce)
	return other === booker ? [booker, ...along] : [booker, other, ...along]
}
