// By nature: what has started cannot be booked.
import { refusal } from '../refusals.ts'
import type { BookingRule } from './rule.ts'

/** Stands from the moment of the start on; `too-soon` stands as well. */
export const inThePast: BookingRule = ({ venue }, _policy, now) => {
	return venue.start.getTime() <= now.getTime() ? refusal('in-the-past') : null
}
