// Straffegjennomføringsloven § 27 fifth paragraph and practice: leave is given before a visit, and each child has its own.
import { refusal } from '../refusals.ts'
import type { BookingRule } from './rule.ts'

/** Stands when someone in the party has no permit for this prisoner, or one that does not open for visits (only the phone). */
export const permitMissing: BookingRule = ({ visit: { party } }) => {
	const without = party.filter(({ permit }) => permit === null || !permit.channels.includes('visit'))
	if (without.length === 0) return null
	return refusal(
		'permit-missing',
		without.map((member) => member.visitorId),
	)
}
