// Practice: a place is taken by a party, so who comes may change as long as every rule allows the new party.
import type { LocalDate } from '../calendar/oslo.ts'
import type { Refusal, RefusalCode } from '../refusals.ts'
import { isAdultOn } from './party.ts'
import type { PartyMember } from './rule-input.ts'

export interface PartyDifference {
	added: readonly string[]
	removed: readonly string[]
}

export function partyDifference(before: readonly string[], after: readonly string[]): PartyDifference {
	return {
		added: [...new Set(after.filter((id) => !before.includes(id)))],
		removed: before.filter((id) => !after.includes(id)),
	}
}

/** Whether the same people come, each once. */
export function isSameParty(before: readonly string[], after: readonly string[]): boolean {
	return before.length === after.length && before.every((id) => after.includes(id))
}

export interface PartySize {
	people: number
	adults: number
}

export function partySize(party: readonly Pick<PartyMember, 'visitorId' | 'born'>[], on: LocalDate): PartySize {
	return {
		people: new Set(party.map(({ visitorId }) => visitorId)).size,
		adults: new Set(party.filter((member) => isAdultOn(member, on)).map(({ visitorId }) => visitorId)).size,
	}
}

/** Lifted for a party of a size, and for no larger one. */
const bySize: readonly RefusalCode[] = ['too-many-adults', 'too-many-visitors', 'session-full']

/** What an officer lifted when the visit was booked, as far as it holds for the party as it is to be. */
export function liftsThatHold(
	lifted: readonly RefusalCode[],
	before: PartySize,
	after: PartySize,
): readonly RefusalCode[] {
	const grows = after.people > before.people || after.adults > before.adults
	return grows ? lifted.filter((code) => !bySize.includes(code)) : lifted
}

/** What stands against the party as it is to be. A party that does not grow has its place already, in a full session too. */
export function refusalsOfParty(remaining: readonly Refusal[], before: PartySize, after: PartySize): Refusal[] {
	return remaining.filter(({ code }) => code !== 'session-full' || after.people > before.people)
}

/**
 * Whether those who are left may come without the others as far as their ages go: there is someone, and no minor is without an
 * adult.
 */
export function mayBeLeft(rest: readonly Pick<PartyMember, 'born'>[], on: LocalDate): boolean {
	return rest.some((member) => isAdultOn(member, on))
}
