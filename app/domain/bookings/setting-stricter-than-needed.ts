// Straffegjennomføringsloven § 31 third paragraph: control is never stricter than needed.
import { type Control, hasControl } from '../permits/controls.ts'
import { neededControls } from '../permits/needed-controls.ts'
import { refusal } from '../refusals.ts'
import type { BookingRule } from './rule.ts'
import { providedBy } from './rule-input.ts'

const strict: readonly Control[] = ['glass', 'no-touch', 'overheard']

/**
 * Stands when the session or the room has `glass`, `no-touch` or `overheard` that the visit does not need and the family has
 * not asked for by name. To ask for glass is to ask for no touch as well.
 */
export const settingStricterThanNeeded: BookingRule = ({ visit, venue }, policy) => {
	const provided = providedBy(venue)
	const needed = neededControls(visit, policy, venue.start)
	for (const control of strict) {
		const accepted = hasControl(needed, control) || hasControl(visit.askFor, control)
		if (hasControl(provided, control) && !accepted) return refusal('setting-stricter-than-needed')
	}
	return null
}
