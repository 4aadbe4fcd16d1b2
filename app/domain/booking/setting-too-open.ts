// Straffegjennomføringsloven § 31 second and third paragraphs: a visit that needs control is held under that control.
import { isMissing } from '../permits/controls.ts'
import { neededControls } from '../permits/needed-controls.ts'
import { refusal } from '../refusals.ts'
import { providedBy } from './asked.ts'
import type { BookingRule } from './rule.ts'

/** Stands when the session or the room does not provide every control that the visit needs. */
export const settingTooOpen: BookingRule = ({ visit, place }, policy) => {
	const needed = neededControls(visit, policy, place.start)
	return isMissing(needed, providedBy(place)) ? refusal('setting-too-open') : null
}
