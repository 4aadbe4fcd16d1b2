// Practice: the party is the list that the gate admits by, and a person stands on it once.
import { refusal } from '../refusals.ts'
import { personsOf } from './party.ts'
import type { BookingRule } from './rule.ts'

/** Stands when the same person stands twice in the party. All other rules count each person once. */
export const duplicateVisitor: BookingRule = ({ visit }) => {
	return personsOf(visit).length < visit.party.length ? refusal('duplicate-visitor') : null
}
