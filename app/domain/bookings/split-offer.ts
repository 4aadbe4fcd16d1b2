// Straffegjennomføringsloven §§ 3 and 31 third paragraph: a child is not put behind glass for an adult's sake.
import { neededControls } from '../permits/needed-controls.ts'
import type { Policy } from '../policy.ts'
import { noAdult } from './no-adult.ts'
import { isAdultOn, personsOf } from './party.ts'
import type { PartyMember, RuleInput } from './rule-input.ts'
import { firstDay } from './visit-day.ts'

/** Two parties by visitor id: the children with the other adults, and the adult who comes alone. */
export interface SplitOffer {
	together: readonly string[]
	alone: string
}

/**
 * The split to offer where one adult's permit alone brings `glass` on a party with a child, or null: when nobody or more than
 * one brings it, when the level's default or a child's own permit does, or when the children would be left without the adult
 * they need.
 */
export function splitOffer(input: RuleInput, policy: Policy, now: Date): SplitOffer | null {
	const { visit, venue } = input
	const day = firstDay(venue)
	const persons = personsOf(visit)
	if (persons.every((member) => isAdultOn(member, day))) return null
	const behindGlass = (party: readonly PartyMember[]) =>
		neededControls({ ...visit, party }, policy, venue.start).includes('glass')
	if (!behindGlass(persons)) return null
	for (const adult of persons.filter((member) => isAdultOn(member, day))) {
		const others = persons.filter((member) => member !== adult)
		const withoutAdult = noAdult({ ...input, visit: { ...visit, party: others } }, policy, now) !== null
		if (!behindGlass(others) && !withoutAdult) {
			return { together: others.map((member) => member.visitorId), alone: adult.visitorId }
		}
	}
	return null
}
