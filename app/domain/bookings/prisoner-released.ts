// Straffegjennomføringsloven § 7 h (secrecy): a release is the prisoner's own to tell.
import { refusal } from '../refusals.ts'
import type { BookingRule } from './rule.ts'

/** Stands when the prisoner's custody is `released`. */
export const prisonerReleased: BookingRule = ({ visit: { prisoner } }) => {
	return prisoner.custody === 'released' ? refusal('prisoner-released') : null
}
