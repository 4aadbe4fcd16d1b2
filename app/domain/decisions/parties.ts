// Straffegjennomføringsloven § 31; forvaltningsloven §§ 2 e and 16: each party has a letter, a clock and an appeal of its own.
import { adultAge } from '../bookings/party.ts'
import { ageOn, type LocalDate } from '../calendar/oslo.ts'

/** From this age a child is a party by itself. */
const partyAge = 15

interface Person {
	id: string
	born: LocalDate
}

/**
 * The visitors who are parties: who applied, the visitor from 15 on, and the guardians of a younger one. A child of 15 to 17 has
 * its own letter beside whoever applied for it; where nobody did, its guardians have theirs too.
 */
export function visitorParties(about: {
	visitor: Person
	/** Who applied; null for a decision without an application. */
	applicantId: string | null
	guardianIds: readonly string[]
	today: LocalDate
}): string[] {
	const { visitor, applicantId, guardianIds, today } = about
	const age = ageOn(visitor.born, today)
	const own = age >= partyAge ? [visitor.id] : []
	const applicants = applicantId === null ? [] : [applicantId]
	const isMinor = age < adultAge
	const guardians = age < partyAge || (isMinor && applicantId === null) ? guardianIds : []
	return [...new Set([...applicants, ...own, ...guardians])]
}
