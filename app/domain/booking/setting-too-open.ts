// Straffegjennomføringsloven § 31 second and third paragraphs: a visit that needs control is held under that control.
import { missingControls } from '../permits/controls.ts'
import { neededControls } from '../permits/needed-controls.ts'
import { refusal } from '../refusals.ts'
import { providedBy } from './asked.ts'
import type { BookingRule } from './rule.ts'

/** Stands when the session or the room does not provide every control that the visit needs. */
export const settingTooOpen: BookingRule = ({ visit, place }, policy) => {
	const missing = missingControls(neededControls(visit, policy, place.start), providedBy(place))
	return missing.length > 0 ? refusal('setting-too-open') : null
}
