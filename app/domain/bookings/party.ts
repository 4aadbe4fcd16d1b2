import { ageOn, type LocalDate } from '../calendar/oslo.ts'
import type { PartyMember, Visit } from './rule-input.ts'

export const adultAge = 18

/** The persons of the party, each once. */
export function personsOf(visit: Visit): readonly PartyMember[] {
	if (visit.party.length < 2) return visit.party
	return [...new Map(visit.party.map((member) => [member.visitorId, member])).values()]
}

export function isAdultOn(member: Pick<PartyMember, 'born'>, day: LocalDate): boolean {
	return ageOn(member.born, day) >= adultAge
}
