// Straffegjennomføringsloven § 31; forskrift om straffegjennomføring § 6-9 and practice: a record check is repeated in time.
import { permitHoldsOn } from '../permits/permit.ts'
import { refusal } from '../refusals.ts'
import type { BookingRule } from './rule.ts'
import { firstDay, lastDay } from './visit-day.ts'

/**
 * Stands when a permit is suspended, ended or lapsed, or will have lapsed (past its last day, or overdue for its re-check) on
 * any day that the visit touches.
 */
export const permitNotActive: BookingRule = ({ visit: { party }, venue }) => {
	const first = firstDay(venue)
	const last = lastDay(venue)
	// A permit holds for one stretch of days: where it holds on the first and the last, it holds between.
	const notActive: string[] = []
	for (const { permit, visitorId } of party) {
		if (permit !== null && !(permitHoldsOn(permit, first) && permitHoldsOn(permit, last))) notActive.push(visitorId)
	}
	return notActive.length > 0 ? refusal('permit-not-active', notActive) : null
}
