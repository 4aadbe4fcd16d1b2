// Straffegjennomføringsloven § 31 second and third paragraphs: a visit that needs control is held under that control.
import { isMissing } from '../permits/controls.ts'
import { neededControls } from '../permits/needed-controls.ts'
import { refusal } from '../refusals.ts'
import type { BookingRule } from './rule.ts'
import { providedBy } from './rule-input.ts'

/** Stands when the session or the room does not provide every control that the visit needs. */
export const settingTooOpen: BookingRule = ({ visit, venue }, policy) => {
	const needed = neededControls(visit, policy, venue.start)
	return isMissing(needed, providedBy(venue)) ? refusal('setting-too-open') : null
}
