// Practice, set locally: most prisons take money from outside for remand prisoners only.
import type { TopUpRule } from './rule.ts'

/** Stands when the facility takes no money from outside for prisoners of this legal status (`topUp.remand` and so on). */
export const topUpNotAllowed: TopUpRule = ({ prisoner }, policy) => !policy.topUp[prisoner.legalStatus]
