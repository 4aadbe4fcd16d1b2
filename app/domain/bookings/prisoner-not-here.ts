// Straffegjennomføringsloven § 14 (transfers) and § 7 h (secrecy): where a prisoner is, is not told to the family.
import { refusal } from '../refusals.ts'
import type { BookingRule } from './rule.ts'

/**
 * Stands when the prisoner is in another facility, or custody is `out`: against every visit to come, until it is `in` again.
 * Not after a release; that is `prisoner-released`.
 */
export const prisonerNotHere: BookingRule = ({ visit, venue }) => {
	const { custody, facilityId } = visit.prisoner
	if (custody === 'released') return null
	return custody === 'out' || facilityId !== venue.facilityId ? refusal('prisoner-not-here') : null
}
