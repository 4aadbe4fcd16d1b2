// Practice: who books answers for the visit and comes along; a child who may come alone is booked for by a guardian.
import { ageOn } from '../calendar/oslo.ts'
import { refusal } from '../refusals.ts'
import { isAdultOn } from './party.ts'
import type { BookingRule } from './rule.ts'
import type { PartyMember } from './rule-input.ts'
import { firstDay } from './visit-day.ts'

/**
 * Stands when the person who books is a visitor of 18 or more on the visit's day and is not in the party, unless everyone in
 * the party is their own child of `childAloneFrom` or more. An officer books for others.
 */
export const bookerNotInParty: BookingRule = ({ visit: { booker, party }, venue }, policy) => {
	if (booker.kind === 'officer') return null
	if (party.some((member) => member.visitorId === booker.visitorId)) return null
	const day = firstDay(venue)
	if (!isAdultOn(booker, day)) return null
	const mayComeAlone = (member: PartyMember) =>
		member.guardianIds.includes(booker.visitorId) && ageOn(member.born, day) >= policy.childAloneFrom
	const ownChildrenAlone = party.length > 0 && party.every(mayComeAlone)
	return ownChildrenAlone ? null : refusal('booker-not-in-party')
}
